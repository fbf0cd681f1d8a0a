import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { MeetingNews } from '@waymark/api/features/meeting/meeting.view'
import type { AppRouter } from '@waymark/api/router'
import { useEffect, useRef, useState } from 'react'

/** A line that is down for less says nothing, in milliseconds. */
const graceMs = 1_500

/**
 * Follows a meeting for as long as the page is open, over any number of lost lines. False while the line is down; null before it
 * first stood, and where there is no script.
 */
export function useFollow(
  { dossier, meeting }: { readonly dossier: string; readonly meeting: number },
  hear: (news: MeetingNews) => void,
): boolean | null {
  const [isUp, setUp] = useState<boolean | null>(null)
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const api = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] })
    let again: ReturnType<typeof setTimeout> | undefined
    let late: ReturnType<typeof setTimeout> | undefined
    let subscription: { unsubscribe: () => void } | null = null
    const stand = () => {
      clearTimeout(late)
      late = undefined
      setUp(true)
    }
    // A line that is made anew at once was never down for anybody.
    const fall = () => {
      late ??= setTimeout(() => setUp((was) => (was === null ? null : false)), graceMs)
    }
    const begin = () => {
      subscription?.unsubscribe()
      subscription = api.meeting.follow.subscribe(
        { dossier, meeting },
        {
          onData: ({ data }) => {
            stand()
            latest.current(data)
          },
          onConnectionStateChange: ({ state }) => (state === 'pending' ? stand() : fall()),
          // The server ends it by itself after some minutes, and a server that is replaced ends it too: then anew.
          onComplete: () => retry(0),
          onError: () => retry(2_000),
        },
      )
    }
    const retry = (wait: number) => {
      clearTimeout(again)
      again = setTimeout(begin, wait)
    }
    begin()
    return () => {
      clearTimeout(again)
      clearTimeout(late)
      subscription?.unsubscribe()
    }
  }, [dossier, meeting])
  return isUp
}
