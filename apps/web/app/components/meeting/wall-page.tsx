import { useNavigate, useSearchParams } from '@remix-run/react'
import { maskedName, type WallItem, type WallView } from '@waymark/api/features/meeting/wall.view'
import { MarkSprite } from '@waymark/ui/marks'
import { Fragment, useEffect } from 'react'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildMeetingHref } from './meeting-href.ts'
import { formatReason } from './reason-words.ts'
import { Timebox } from './timebox.tsx'

/** Text in which a name is withheld: a word in its place, since a bar says nothing to who cannot see it. */
function Masked({ text }: { text: string }) {
  const { t } = useDeskWords()
  return text.split(maskedName).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <span className="masked">{t.room.wall.masked}</span>}
      {part}
    </Fragment>
  ))
}

/** A meeting as it stands on a wall: one item at a time, in type that is read from five metres. */
export function WallPage({ wall, isUp }: { wall: WallView; isUp: boolean | null }) {
  const { t, localise } = useDeskWords()
  const copy = t.room.wall
  const [search] = useSearchParams()
  const { items, current } = wall
  const asked = items.findIndex(({ id }) => id === (search.get('item') ?? current?.item))
  const at = items[asked] === undefined ? -1 : asked
  const item = items[at]
  const back = localise(buildMeetingHref({ dossier: wall.dossier.key, meeting: wall.meeting }))
  const href = (index: number) => `?item=${encodeURIComponent(items[index]?.id ?? '')}`
  const previous = at > 0 ? href(at - 1) : null
  const next = at + 1 < items.length ? href(at + 1) : null
  useKeys({ ArrowLeft: previous, ArrowUp: previous, ArrowRight: next, ArrowDown: next, Escape: back })
  return (
    <main id="main" className="wall">
      <MarkSprite />
      <header>
        <Progress items={items} at={at} />
        <p className="wall-head">
          <span>
            <Masked text={wall.title} />
          </span>
          <span>{item === undefined ? '' : copy.item(at + 1, items.length)}</span>
          <span>{copy.publicOnly}</span>
        </p>
      </header>
      {item === undefined ? <h1>{copy.waiting}</h1> : <WallItemView item={item} current={current} />}
      <footer>
        {isUp === false && <p role="status">{t.room.live.off}</p>}
        <nav aria-label={copy.title}>
          {previous !== null && <a href={previous}>{copy.previous}</a>}
          {next !== null && <a href={next}>{copy.next}</a>}
          <a href={back}>{copy.back}</a>
        </nav>
        <p className="keys">{copy.keys}</p>
      </footer>
    </main>
  )
}

function WallItemView({ item, current }: { item: WallItem; current: WallView['current'] }) {
  const words = useDeskWords()
  const { t, formatDate } = words
  const copy = t.room.wall
  return (
    <>
      <h1>
        {item.hidden ? (
          copy.hidden
        ) : item.title === null ? (
          t.meeting.agenda.erased
        ) : (
          <Masked text={item.title} />
        )}
      </h1>
      <Timebox item={item} current={current} />
      {item.reasons.length > 0 && (
        <ul className="wall-reasons">
          {item.reasons.slice(0, 4).map((reason, index) => (
            <li key={index}>
              <Masked text={formatReason(words, reason)} />
            </li>
          ))}
        </ul>
      )}
      {item.decisions.map(({ id, text, sealed }) => (
        <section key={id} className={sealed ? 'wall-decision sealed' : 'wall-decision'}>
          <h2>{sealed ? copy.decided : copy.proposed}</h2>
          <p>
            <Masked text={text} />
          </p>
        </section>
      ))}
      {item.actions.length > 0 && (
        <section>
          <h2>{copy.actions}</h2>
          <ul>
            {item.actions.map(({ id, text, owner, due }) => (
              <li key={id}>
                <Masked text={text} />
                {owner !== null && due !== null && (
                  <span className="who"> {t.room.action.line(owner, formatDate(due))}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** How far the meeting is, at a glance; the same stands in words beside it. */
function Progress({ items, at }: { items: readonly WallItem[]; at: number }) {
  return (
    <ol className="wall-progress" aria-hidden="true">
      {items.map(({ id, settled }, index) => (
        <li key={id} className={index === at ? 'now' : settled ? 'done' : undefined} />
      ))}
    </ol>
  )
}

/** Keys that lead somewhere; null where one leads nowhere just now. */
function useKeys(keys: Readonly<Record<string, string | null>>): void {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const to = Object.hasOwn(keys, event.key) ? keys[event.key] : null
      if (to == null) return
      event.preventDefault()
      if (event.key === 'Escape') window.location.assign(to)
      else navigate(to, { replace: true })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
