import { ru as refusals } from '../refusals/ru.ts'
import { account } from '../ru/account.ts'
import { desk } from '../ru/desk.ts'
import { deskAssess } from '../ru/desk-assess.ts'
import { deskBatch } from '../ru/desk-batch.ts'
import { deskBriefing } from '../ru/desk-briefing.ts'
import { deskCases } from '../ru/desk-cases.ts'
import { deskCoding } from '../ru/desk-coding.ts'
import { deskEdit } from '../ru/desk-edit.ts'
import { deskEdition } from '../ru/desk-edition.ts'
import { deskEvidence } from '../ru/desk-evidence.ts'
import { deskExchange } from '../ru/desk-exchange.ts'
import { deskKeys } from '../ru/desk-keys.ts'
import { deskLinkage } from '../ru/desk-linkage.ts'
import { deskMeeting } from '../ru/desk-meeting.ts'
import { deskMinutes } from '../ru/desk-minutes.ts'
import { deskQueue } from '../ru/desk-queue.ts'
import { deskRegister } from '../ru/desk-register.ts'
import { deskRoom } from '../ru/desk-room.ts'
import { deskSearch } from '../ru/desk-search.ts'
import { deskTogether } from '../ru/desk-together.ts'
import { deskTranslation } from '../ru/desk-translation.ts'
import { linkageMessages as gates } from '../ru/public-linkage.ts'
import { ru as vocabulary } from '../vocabulary/ru.ts'
import type { DeskCatalogue } from './catalogue.ts'

/** The desk and the accounts in Russian. */
export const ru: DeskCatalogue = {
  language: 'ru',
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
