/** An open page of the demo statement, so that one sees what the work looks like before signing in. */
export function Specimen() {
  return (
    <aside className="specimen" aria-label="A statement under review">
      <figure>
        <figcaption>Official Statement on the events in Kazakhstan. Sample data, not findings.</figcaption>
        <p>
          The story that ran this week in foreign media leaves readers with{' '}
          <mark className="hl" data-r="mostly-false">
            the false impression that the Kazakhstan Government has been targeting peaceful protestors. In reality,
            Kazakh security forces have been engaging violent mobs
          </mark>{' '}
          who were committing brazen acts of terror.
        </p>
        <p>
          <mark className="hl" data-r="true">
            The protest in Kazakhstan was triggered last week by the rise in fuel prices.
          </mark>
        </p>
        <p>
          <mark className="hl" data-r="mostly-true">
            As a result of the immediate uproar, the next day the Government of Kazakhstan resigned, and the fuel price
            rise was cancelled.
          </mark>
        </p>
        <p>
          It is too early to say what will happen next, but{' '}
          <mark className="hl" data-r="not-checkable">
            it is clear that Kazakh government and its neighboring countries will restore law and order without any harm
            to foreign investments or local infrastructure
          </mark>
          .
        </p>
        <p>
          <mark className="hl" data-r="true">
            On January 2 peaceful demonstrations have been started in western regions of Kazakhstan triggered by spike
            in the price of liquified petroleum gas.
          </mark>
        </p>
      </figure>
    </aside>
  )
}
