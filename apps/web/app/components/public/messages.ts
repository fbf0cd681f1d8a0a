import { type PublicMessages, publicMessages } from '@waymark/messages/en/public'

/** The copy of the public pages. One language so far; another is one more object of the same type. */
export const t: PublicMessages = publicMessages
