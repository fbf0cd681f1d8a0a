import type { ItemView, MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { useEffect, useState } from 'react'
import { useDeskWords } from '../desk/use-desk-words.ts'

/** Whole minutes that the room has spent on an item; `now` in milliseconds, null where there is no clock. */
export function getSpentMinutes(
  { id, spentSeconds }: Pick<ItemView, 'id' | 'spentSeconds'>,
  current: MeetingView['current'],
  now: number | null,
): number {
  const present = current?.item === id && now !== null ? (now - Date.parse(current.since)) / 1000 : 0
  return Math.floor((spentSeconds + Math.max(0, present)) / 60)
}

/** How long the room has been at an item, of the time that it was given. With script it goes on by itself. */
export function Timebox({
  item,
  current,
}: {
  item: Pick<ItemView, 'id' | 'spentSeconds' | 'minutes'>
  current: MeetingView['current']
}) {
  const { t } = useDeskWords()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 5_000)
    return () => clearInterval(timer)
  }, [])
  const spent = getSpentMinutes(item, current, now)
  if (item.minutes === null) return spent > 0 ? <p className="timebox">{t.room.spent(spent)}</p> : null
  const over = spent - item.minutes
  return (
    <p className={over > 0 ? 'timebox over' : 'timebox'}>
      {t.room.of(spent, item.minutes)}
      {over > 0 && <strong> · {t.room.over(over)}</strong>}
    </p>
  )
}
