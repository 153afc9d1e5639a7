'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { callApi } from '@/components/api/call'
import { queryKeys } from '@/components/api/query-keys'
import { RelativeTime } from '@/components/ui/relative-time'
import { listScalesContract } from '@/lib/contracts/scales'
import { ScaleEditor } from './scale-editor'
import { ScaleView } from './scale-view'
import { useMay } from './use-may'

type Versions = z.infer<typeof listScalesContract.output>['items']

/** The rating scale in force, the versions before it, and for administrators the way to the next. */
export function ScaleSettings({ versions: first }: { versions: Versions }) {
  const maySet = useMay('scale.set')
  const [isEditing, setEditing] = useState(false)
  const { data: versions } = useQuery({
    queryKey: queryKeys.scales,
    queryFn: async ({ signal }) => (await callApi(listScalesContract, {}, { signal })).items,
    initialData: first,
  })
  const [current, ...earlier] = versions
  if (!current) return null
  if (isEditing) return <ScaleEditor scale={current} onClose={() => setEditing(false)} />
  return (
    <>
      <section aria-labelledby="scale-name">
        <h2 id="scale-name">{current.name}</h2>
        <p className="quiet">
          Version {current.version}, since <RelativeTime at={current.at} />. Each claim keeps the scale it started with.
        </p>
        <ScaleView scale={current} />
        {maySet ? (
          <div className="row">
            <button type="button" className="btn" onClick={() => setEditing(true)}>
              Change the scale…
            </button>
          </div>
        ) : null}
      </section>
      {earlier.length > 0 ? (
        <section aria-labelledby="scale-versions">
          <h2 id="scale-versions">Earlier versions</h2>
          <div className="versions">
            {earlier.map(version => (
              <details key={version.version}>
                <summary>
                  Version {version.version}: {version.name}, <RelativeTime at={version.at} />
                </summary>
                <ScaleView scale={version} />
              </details>
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}
