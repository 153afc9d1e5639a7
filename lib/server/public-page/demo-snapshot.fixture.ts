import type { SnapshotDto } from '@/lib/contracts/snapshot'
import { buildSnapshot } from '@/lib/use-cases/publications/build-snapshot'
import { demoMaterial } from '@/lib/use-cases/publications/demo-material.fixture'

/** The demo desk's first publication, with its reviewers in the order of their ids. */
export function demoSnapshot(): SnapshotDto {
  return buildSnapshot(demoMaterial(), { number: 1, at: new Date('2026-11-23T12:00:00.000Z') }, ids => [...ids])
}
