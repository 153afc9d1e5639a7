import type { PermissionDto } from '@/lib/contracts/people'
import type { Permission } from '@/lib/domain/policy'

/** An answer of `can` as the API gives it. */
export function permissionDto(answer: Permission): PermissionDto {
  return answer.allowed ? { allowed: true, reason: null } : { allowed: false, reason: answer.reason }
}
