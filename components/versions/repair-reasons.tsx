/** Why something that stands there cannot be done. */
export function RepairReasons({ reasons }: { reasons: readonly (readonly [string, string | null])[] }) {
  return reasons.map(([act, reason]) =>
    reason === null ? null : (
      <p key={act} className="small">
        {act}: {reason}
      </p>
    ),
  )
}
