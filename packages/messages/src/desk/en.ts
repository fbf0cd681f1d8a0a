import { account } from '../en/account.ts'
import { desk } from '../en/desk.ts'
import { deskAssess } from '../en/desk-assess.ts'
import { deskBatch } from '../en/desk-batch.ts'
import { deskBriefing } from '../en/desk-briefing.ts'
import { deskCases } from '../en/desk-cases.ts'
import { deskCoding } from '../en/desk-coding.ts'
import { deskEdit } from '../en/desk-edit.ts'
import { deskEdition } from '../en/desk-edition.ts'
import { deskEvidence } from '../en/desk-evidence.ts'
import { deskExchange } from '../en/desk-exchange.ts'
import { deskKeys } from '../en/desk-keys.ts'
import { deskLinkage } from '../en/desk-linkage.ts'
import { deskMeeting } from '../en/desk-meeting.ts'
import { deskMinutes } from '../en/desk-minutes.ts'
import { deskQueue } from '../en/desk-queue.ts'
import { deskRegister } from '../en/desk-register.ts'
import { deskRoom } from '../en/desk-room.ts'
import { deskSearch } from '../en/desk-search.ts'
import { deskTogether } from '../en/desk-together.ts'
import { deskTranslation } from '../en/desk-translation.ts'
import { linkageMessages as gates } from '../en/public-linkage.ts'
import { en as refusals } from '../refusals/en.ts'
import { en as vocabulary } from '../vocabulary/en.ts'

/** Every message of the desk and of the accounts, by what it is about. */
export const messages = {
  desk,
  account,
  assess: deskAssess,
  batch: deskBatch,
  briefing: deskBriefing,
  cases: deskCases,
  coding: deskCoding,
  edit: deskEdit,
  edition: deskEdition,
  evidence: deskEvidence,
  exchange: deskExchange,
  gates,
  keys: deskKeys,
  linkage: deskLinkage,
  meeting: deskMeeting,
  minutes: deskMinutes,
  queue: deskQueue,
  register: deskRegister,
  room: deskRoom,
  search: deskSearch,
  together: deskTogether,
  translation: deskTranslation,
} as const

export const en = { language: 'en', t: messages, vocabulary, refusals } as const
