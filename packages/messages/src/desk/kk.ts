import { deskAssess } from '../en/desk-assess.ts'
import { deskCases } from '../en/desk-cases.ts'
import { deskEdition } from '../en/desk-edition.ts'
import { deskEvidence } from '../en/desk-evidence.ts'
import { deskExchange } from '../en/desk-exchange.ts'
import { deskLinkage } from '../en/desk-linkage.ts'
import { deskTogether } from '../en/desk-together.ts'
import { account } from '../kk/account.ts'
import { desk } from '../kk/desk.ts'
import { deskBatch } from '../kk/desk-batch.ts'
import { deskCoding } from '../kk/desk-coding.ts'
import { deskEdit } from '../kk/desk-edit.ts'
import { deskKeys } from '../kk/desk-keys.ts'
import { deskQueue } from '../kk/desk-queue.ts'
import { deskRegister } from '../kk/desk-register.ts'
import { deskSearch } from '../kk/desk-search.ts'
import { deskTranslation } from '../kk/desk-translation.ts'
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
    cases: deskCases,
    coding: deskCoding,
    edit: deskEdit,
    edition: deskEdition,
    evidence: deskEvidence,
    exchange: deskExchange,
    keys: deskKeys,
    linkage: deskLinkage,
    queue: deskQueue,
    register: deskRegister,
    search: deskSearch,
    together: deskTogether,
    translation: deskTranslation,
  },
  vocabulary,
  refusals,
}
