import { desk } from '@waymark/messages/en/desk'
import { deskEdit } from '@waymark/messages/en/desk-edit'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskTogether } from '@waymark/messages/en/desk-together'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSignedIn, site } from '../src/browser.ts'
import { withSuperuser } from '../src/ledger.ts'
import { type OpenForm, openForm, readRefused, sendForm } from '../src/page-forms.ts'
import { askProcedure, publish } from '../src/procedures.ts'

// Of an invented dossier; nobody else writes to this recommendation.
const [dossier, ref] = ['synthetic-small', 'XX-2020-02']
const at = `/desk/${dossier}/recommendations/${ref}`
const conflict = deskTogether.conflict.title

/** How each kind of edit is made: where its form is, the field that carries the words, and what else is typed. */
const kinds = {
  comment: {
    path: `/desk/${dossier}/talk/recommendation/${ref}`,
    label: deskTogether.talk.write,
    field: 'text',
    typed: {},
    said: conflict,
  },
  draft: {
    path: `${at}/assess`,
    label: desk.assess.title(ref),
    field: 'rationale',
    typed: { intent: 'keep-draft' },
    said: desk.assess.draftMoved,
  },
  assessment: {
    path: `${at}/assess`,
    label: desk.assess.title(ref),
    field: 'rationale',
    typed: {
      intent: 'submit',
      finding: 'limited',
      effective: '2026-01-02',
      confidence: 'low',
      'evidence.0.source': 'monitor',
      'evidence.0.stance': 'supports',
      'evidence.0.kind': 'ngo-monitoring',
      'evidence.0.origin': 'independent-ngo',
    },
    said: desk.conflict.title,
  },
  correction: {
    path: `${at}/edit`,
    label: deskEdit.title(ref),
    field: 'criterion',
    typed: { reason: 'Invented reason.' },
    said: conflict,
  },
  uptake: {
    path: `${at}/uptake`,
    label: deskLinkage.uptake.record,
    field: 'forum',
    typed: { kind: 'raised', date: '2021-05', source: 'briefing' },
    said: conflict,
  },
} as const
type Kind = keyof typeof kinds
const listed = Object.keys(kinds) as Kind[]
/** How often each is made: one whose page is large least of all. */
const weighed: readonly Kind[] = [...listed, 'comment', 'uptake', 'correction', 'draft']

/** Pseudo-random numbers from 0 to 1: the same at every run. */
function createDice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

type Person = { readonly page: Page; readonly opened: Map<string, OpenForm>; readonly role: string }
type Edit = { readonly kind: Kind; readonly words: string; readonly field: string; readonly stale: boolean }

describe.runIf(site.dataDir !== null)('two people, two browsers, one record', () => {
  let people: readonly [Person, Person]
  beforeAll(async () => {
    const open = async (role: 'reviewer' | 'administrator'): Promise<Person> => ({
      page: await openSignedIn(role, at, { javaScriptEnabled: true }),
      opened: new Map(),
      role,
    })
    people = [await open('reviewer'), await open('administrator')]
  })

  const taken: { readonly kind: Kind; readonly words: string; readonly role: string }[] = []
  const conflicts: Record<Kind, number> = { comment: 0, draft: 0, assessment: 0, correction: 0, uptake: 0 }

  /** Makes one edit with the page's own fetch; a refused one is looked at, and sent again as a person would. */
  async function make({ page, opened, role }: Person, edit: Edit): Promise<void> {
    const { path, label, typed, said } = kinds[edit.kind]
    const kept = opened.get(edit.kind)
    const form = edit.stale && kept !== undefined ? kept : await openForm(page, path, label)
    opened.set(edit.kind, form)
    let answer = await sendForm(page, form, {
      ...(form.fields.some(([name]) => name === 'intent') ? {} : { intent: 'comment' }),
      ...typed,
      [edit.field]: edit.words,
    })
    for (let again = 0; !answer.taken; again++) {
      expect(again, 'a conflict that does not end').toBeLessThan(5)
      conflicts[edit.kind]++
      const shown = await readRefused(page, answer.html, path)
      expect(shown.words).toContain(said)
      expect(shown.kept, `what was typed is gone: ${edit.words}`).toContain(edit.words)
      const onTop = shown.buttons.find((value) => /^(submit|keep-draft)-on\./.test(value))
      if (onTop !== undefined) {
        answer = await sendForm(page, form, { ...typed, [edit.field]: edit.words, intent: onTop })
      } else {
        expect(shown.choice).not.toBeNull()
        answer = await sendForm(page, shown.choice ?? form, { intent: 'correct' })
      }
    }
    taken.push({ kind: edit.kind, words: edit.words, role })
  }

  /** Makes one edit on the page itself. */
  async function makeByHand({ page, role }: Person, { kind, words }: Edit): Promise<void> {
    const { path, label } = kinds[kind]
    await page.goto(path)
    const form = page.getByRole('form', { name: label, exact: true })
    if (kind === 'comment') {
      await form.getByLabel(deskTogether.talk.text, { exact: true }).fill(words)
      await form.getByRole('button', { name: deskTogether.talk.send, exact: true }).click()
    } else {
      await form.getByLabel(deskEdit.criterion, { exact: true }).fill(words)
      await form.getByLabel(deskLinkage.reason, { exact: true }).fill('Invented reason.')
      await form.getByRole('button', { name: deskEdit.submit, exact: true }).click()
    }
    await page.waitForURL((url) => url.pathname !== path || url.searchParams.has('done'))
    taken.push({ kind, words, role })
  }

  test('of 200 interleaved edits none is lost, and each that was overtaken is shown with what was typed', async () => {
    const roll = createDice(20_131_127)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
    const draw = (n: number): Edit => {
      const kind = pick(weighed)
      const field = kind === 'correction' ? pick(['title', 'text', 'criterion']) : kinds[kind].field
      return {
        kind,
        field,
        words: `Invented ${kind} no. ${n}, end.`,
        stale: roll() < (/comment|uptake/.test(kind) ? 1 : 0.4),
      }
    }
    const isOf = (kind: Kind) => taken.filter((one) => one.kind === kind)
    let [n, byHand] = [0, 0]
    while (n < 200) {
      const first = roll() < 0.5 ? people[0] : people[1]
      const second = first === people[0] ? people[1] : people[0]
      if (n >= 20 * byHand) {
        // Now and then by hand, with the form that the other one has open left to be overtaken.
        const kind = byHand % 2 === 0 ? 'correction' : 'comment'
        byHand += 1
        await makeByHand(first, {
          kind,
          field: 'text',
          words: `Invented ${kind} no. ${n}, end.`,
          stale: false,
        })
        n += 1
        continue
      }
      const together = roll() < 0.4 && n < 199
      const edits = together ? [draw(n), draw(n + 1)] : [draw(n)]
      const [one, other] = edits
      await Promise.all([one && make(first, one), other && make(second, other)])
      n += edits.length
      const last = isOf('assessment').at(-1)
      if (last !== undefined && roll() < 0.3) {
        // What one has submitted the other publishes: the version that both write on moves on.
        const [reader] = people.filter(({ role }) => role !== last.role)
        const { assessments } = await askProcedure<{
          assessments: { id: number; rationale: string; workflow: string }[]
        }>(people[0].page, 'assessment.history', { dossier, ref })
        const found = assessments.find(({ rationale }) => rationale === last.words)
        if (found?.workflow === 'submitted' && reader) await publish(reader.page, found.id, dossier)
      }
    }
    expect(taken).toHaveLength(200)
    for (const kind of ['draft', 'assessment', 'correction'] as const)
      expect([kind, conflicts[kind] > 3]).toEqual([kind, true])

    const ledger = await withSuperuser(site.dataDir ?? '', async (client) => {
      const read = async (sql: string) =>
        (await client.query<{ words: string }>(sql)).rows.map(({ words }) => words)
      const like = `like 'Invented % no. %, end.'`
      return {
        comment: await read(`select text as words from comment where text ${like}`),
        assessment: await read(`select rationale as words from assessment where rationale ${like}`),
        uptake: await read(`select forum as words from uptake_event where forum ${like}`),
        correction: await read(
          `select distinct words from recommendation, lateral (values (title), (text), (criterion)) as said (words) where words ${like}`,
        ),
        draft: await read(
          `select content ->> 'rationale' as words from draft d where content ->> 'rationale' ${like}`,
        ),
        acts: await read(
          `select actor_name || ' ' || action as words from audit_entry where subject_dossier = '${dossier}'
             and subject_key = '${ref}' and action in ('draft.save', 'recommendation.correct', 'uptake.record', 'comment.write')`,
        ),
      }
    })
    for (const kind of ['comment', 'assessment', 'uptake', 'correction'] as const) {
      const made = isOf(kind).map(({ words }) => words)
      expect([kind, ledger[kind].toSorted()]).toEqual([kind, made.toSorted()])
    }
    // Of drafts the last of each person is there, unless it was submitted since; each that was kept has its entry.
    const lastOf = (role: string) =>
      taken.filter((one) => one.role === role && /draft|assessment/.test(one.kind)).at(-1)
    const drafts = people.flatMap(({ role }) => {
      const last = lastOf(role)
      return last?.kind === 'draft' ? [last.words] : []
    })
    expect(ledger.draft.toSorted()).toEqual(drafts.toSorted())
    const actions: Readonly<Partial<Record<Kind, string>>> = {
      draft: 'draft.save',
      correction: 'recommendation.correct',
      uptake: 'uptake.record',
      comment: 'comment.write',
    }
    const acts = taken.flatMap(({ kind, role }) =>
      actions[kind] === undefined ? [] : [`Demo ${role} ${actions[kind]}`],
    )
    expect(ledger.acts.toSorted()).toEqual(acts.toSorted())
    expect(await askProcedure(people[0].page, 'audit.verify', {})).toMatchObject({ ok: true, faults: [] })
    await Promise.all(people.map(({ page }) => page.context().close()))
  })
})
