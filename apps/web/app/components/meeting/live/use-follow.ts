import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import type { MeetingNews } from '@waymark/api/features/meeting/meeting.view'
import type { AppRouter } from '@waymark/api/router'
import { useEffect, useRef, useState } from 'react'

/** Follows a meeting for as long as the page is open, over any number of lost lines. False while the line is down. */
export function useFollow(
  { dossier, meeting }: { readonly dossier: string; readonly meeting: number },
  hear: (news: MeetingNews) => void,
): boolean {
  const [isUp, setUp] = useState(true)
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const api = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/trpc' })] })
    let again: ReturnType<typeof setTimeout> | undefined
    let subscription: { unsubscribe: () => void } | null = null
    const begin = () => {
      subscription?.unsubscribe()
      subscription = api.meeting.follow.subscribe(
        { dossier, meeting },
        {
          onData: ({ data }) => {
            setUp(true)
            latest.current(data)
          },
          onConnectionStateChange: ({ state }) => setUp(state !== 'connecting'),
          // The server ends it by itself after some minutes, and a server that is replaced ends it too: then anew.
          onComplete: () => retry(0),
          onError: () => {
            setUp(false)
            retry(2_000)
          },
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
      subscription?.unsubscribe()
    }
  }, [dossier, meeting])
  return isUp
}
