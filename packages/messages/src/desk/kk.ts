import { account } from '../kk/account.ts'
import { desk } from '../kk/desk.ts'
import { deskAssess } from '../kk/desk-assess.ts'
import { deskBatch } from '../kk/desk-batch.ts'
import { deskBriefing } from '../kk/desk-briefing.ts'
import { deskCases } from '../kk/desk-cases.ts'
import { deskCoding } from '../kk/desk-coding.ts'
import { deskEdit } from '../kk/desk-edit.ts'
import { deskEdition } from '../kk/desk-edition.ts'
import { deskEvidence } from '../kk/desk-evidence.ts'
import { deskExchange } from '../kk/desk-exchange.ts'
import { deskKeys } from '../kk/desk-keys.ts'
import { deskLinkage } from '../kk/desk-linkage.ts'
import { deskMeeting } from '../kk/desk-meeting.ts'
import { deskMinutes } from '../kk/desk-minutes.ts'
import { deskQueue } from '../kk/desk-queue.ts'
import { deskRegister } from '../kk/desk-register.ts'
import { deskRoom } from '../kk/desk-room.ts'
import { deskSearch } from '../kk/desk-search.ts'
import { deskTogether } from '../kk/desk-together.ts'
import { deskTranslation } from '../kk/desk-translation.ts'
import { linkageMessages as gates } from '../kk/public-linkage.ts'
import { kk as refusals } from '../refusals/kk.ts'
import { kk as vocabulary } from '../vocabulary/kk.ts'
import type { DeskCatalogue } from './catalogue.ts'

/** The desk and the accounts in Kazakh. */
export const kk: DeskCatalogue = {
  language: 'kk',
  t: {
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
  },
  vocabulary,
  refusals,
}
