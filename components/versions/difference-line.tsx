/** One difference in words. The arrow runs as our sentence does, whichever way the words on its two sides run. */
export function DifferenceLine({
  what,
  words,
  language,
}: {
  what: string
  words: readonly string[]
  language: string
}) {
  const [first, second] = words
  return (
    <>
      {what}: <bdi lang={language}>{first}</bdi>
      {second === undefined ? null : (
        <>
          {' → '}
          <bdi lang={language}>{second}</bdi>
        </>
      )}
    </>
  )
}
