import { verifyChain } from '@waymark/db/queries/audit.query'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInvented } from '../src/full-record.ts'
import { type Actor, anActor, callAs, type TestRecord } from '../src/open-test-record.ts'
import { createPlaces } from '../src/places.ts'
import { buildInputs, callProcedure, procedures } from '../src/procedures.ts'
import { getRefusal } from '../src/refusal.ts'
import { aSubmission, evidenceFrom } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
const author = anActor('analyst', 'first-author')
const colleague = anActor('analyst', 'second-coder')
const lead = anActor('reviewer', 'second-lead')
const as = (record: TestRecord, actor: Actor) => callAs(record, actor)

async function createSubmission(record: TestRecord, over: Parameters<typeof aSubmission>[0] = {}) {
  const { version } = await as(record, author).assessment.form({ dossier, ref })
  const submission = aSubmission({ basedOn: version, ...over })
  return (await as(record, author).assessment.submit(submission)).id
}

/** Members whom colleagues can ask: the actors of this test have accounts. */
const createMembers = (record: TestRecord) =>
  record.query(
    `insert into waymark.member (user_id, name, role, disabled, changed_at)
     select id, 'Synthetic ' || id, role, false, now()
     from (values ('first-author', 'analyst'), ('second-coder', 'analyst'), ('second-lead', 'reviewer')) as m (id, role)`,
  )

describe('a second rating', () => {
  let record: TestRecord
  beforeAll(async () => {
    record = await openInvented()
    await createMembers(record)
  })
  afterAll(() => record.close())

  test('is asked of a colleague, who is told, sees the question and the evidence, rates, and then sees both', async () => {
    const id = await createSubmission(record, { level: 'substantial' })
    const target = { dossier, id }
    const asked = await as(record, author).coding.of(target)
    expect(asked.colleagues.map((one) => one.id)).toEqual(['second-coder', 'second-lead'])
    await as(record, author).coding.ask({ ...target, coder: 'second-coder', dueOn: '2099-01-01' })
    const { asked: work } = await as(record, colleague).coding.work({ dossier })
    expect(work).toMatchObject([{ id, ref, askedBy: author.name, dueOn: '2099-01-01' }])
    const told = await record.query(
      `select 1 from waymark.notification where user_id = 'second-coder' and subject_key = $1`,
      [String(id)],
    )
    expect(told).toHaveLength(1)
    const form = await as(record, colleague).coding.form(target)
    expect(form.evidence.map(({ kind }) => kind)).toEqual(['ngo-monitoring', 'law-in-force'])
    expect(await as(record, colleague).coding.of(target)).toMatchObject({
      blind: true,
      codings: [],
      asked: [],
    })
    const { differs } = await as(record, colleague).coding.rate({
      ...target,
      level: 'some',
      rationale: 'Invented.',
    })
    expect(differs).toBe(true)
    const { codings } = await as(record, colleague).coding.of(target)
    expect(codings).toMatchObject([{ mine: true, differs: true, finding: { level: 'some' } }])
    const { assessments } = await as(record, colleague).assessment.history({ dossier, ref })
    expect(assessments.find((one) => one.id === id)?.finding.level).toBe('substantial')
    const [difference] = await as(record, lead).coding.disagreements({ dossier })
    expect(difference).toMatchObject({ id, waits: true, finding: { level: 'substantial' } })
    await as(record, lead).assessment.publish({
      ...target,
      basedOn: (await as(record, lead).assessment.review(target)).version,
    })
    expect(await as(record, lead).coding.disagreements({ dossier })).toMatchObject([{ id, waits: false }])
    expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
  })

  test.each(['recommendation', 'assessment'] as const)(
    'is given without what colleagues say of the %s: neither their words nor how many, until it is given',
    async (kind) => {
      const id = await createSubmission(record)
      const target = { dossier, id }
      const subject = { dossier, kind, key: kind === 'assessment' ? String(id) : ref }
      const list = (actor: Actor) => as(record, actor).comment.list(subject)
      const listAudit = async () => {
        const { entries, total } = await as(record, lead).audit.list({ dossier, subject: subject.key })
        return { total, comments: entries.filter(({ action }) => action === 'comment.write').length }
      }
      const before = await listAudit()
      await as(record, lead).comment.write({ ...subject, text: 'Invented words of the lead.' })
      await as(record, lead).coding.pick(target)
      const asked = await listAudit()
      const empty = await list(lead)
      for (const text of ['Invented: contrary, I think.', 'Invented: level some.'])
        await as(record, author).comment.write({ ...subject, text })
      expect(await list(lead)).toEqual(empty)
      expect(empty.held).toBe(true)
      expect(empty.comments.every(({ author: { id: by } }) => by === lead.id)).toBe(true)
      expect(await listAudit()).toEqual(asked)
      expect(asked.comments).toBeGreaterThan(0)
      // Whoever is not asked sees them.
      expect((await list(colleague)).comments.slice(-2).map(({ text }) => text)).toHaveLength(2)
      expect((await list(colleague)).held).toBe(false)
      await as(record, lead).coding.rate({ ...target, level: 'some', rationale: 'Invented.' })
      const after = await list(lead)
      expect([after.held, after.comments.at(-1)?.text]).toEqual([false, 'Invented: level some.'])
      expect((await listAudit()).comments).toBe(before.comments + 3)
      await as(record, author).assessment.retract(target)
    },
  )

  test('is given once, by somebody else than the author, before it is reviewed, and not after declining', async () => {
    const id = await createSubmission(record)
    const target = { dossier, id }
    const rate = (actor: Actor) =>
      getRefusal(as(record, actor).coding.rate({ ...target, level: 'some', rationale: 'Invented.' }))
    const codeOf = async (call: Promise<unknown>) => (await getRefusal(call)).code
    expect((await rate(colleague)).code).toBe('not-blind')
    expect(await codeOf(as(record, author).coding.pick(target))).toBe('not-blind')
    expect(await codeOf(as(record, lead).coding.ask({ ...target, coder: 'first-author' }))).toBe('not-blind')
    expect(await codeOf(as(record, lead).coding.ask({ ...target, coder: 'nobody' }))).toBe(
      'unknown-colleague',
    )
    expect(await codeOf(as(record, colleague).coding.ask({ ...target, coder: 'second-lead' }))).toBe(
      'not-allowed',
    )
    await as(record, colleague).coding.pick(target)
    await as(record, colleague).coding.decline(target)
    expect((await rate(colleague)).code).toBe('not-blind')
    expect(await codeOf(as(record, colleague).coding.pick(target))).toBe('not-blind')
    expect(await codeOf(as(record, author).coding.ask({ ...target, coder: 'second-coder' }))).toBe(
      'not-blind',
    )
    await as(record, lead).coding.pick(target)
    const publish = {
      ...target,
      basedOn: (await as(record, author).assessment.form({ dossier, ref })).version,
    }
    expect(await codeOf(as(record, lead).assessment.publish(publish))).toBe('code-first')
    expect(await codeOf(as(record, lead).assessment.return({ ...target, comment: 'Invented.' }))).toBe(
      'code-first',
    )
    expect(await codeOf(as(record, lead).coding.ask({ ...target, coder: 'second-coder' }))).toBe('code-first')
    await as(record, author).assessment.retract(target)
    expect((await rate(lead)).code).toBe('not-awaiting-review')
  })

  test('counts in the agreement of its area, which is stated only from so many on', async () => {
    const before = (await as(record, lead).coding.agreement({ dossier })).overall
    const levels = ['none', 'limited', 'some', 'substantial'] as const
    for (let i = 0; i < 10; i++) {
      const level = levels[i % 4] ?? 'none'
      const id = await createSubmission(record, { level })
      await as(record, colleague).coding.pick({ dossier, id })
      await as(record, colleague).coding.rate({ dossier, id, level, rationale: 'Invented.' })
      if (i === 0) expect((await as(record, lead).coding.agreement({ dossier })).overall.alpha).toBeNull()
    }
    const { overall, areas, fewest } = await as(record, lead).coding.agreement({ dossier })
    expect(overall.n).toBe(before.n + 10)
    expect(fewest).toBeLessThanOrEqual(overall.n)
    expect(overall.same).toBe(before.same + 10)
    expect(overall.alpha).toBeGreaterThan(0.8)
    expect(overall.alpha).toBeLessThan(1)
    expect(areas.map(({ n, rated }) => [n, rated])).toEqual([[overall.n, overall.rated]])
  })
})

describe('whoever has yet to rate', () => {
  /** What differs between two records in anything but what the first analyst found. */
  const strip = (answer: unknown) =>
    JSON.stringify(answer)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant')
      .replaceAll(/\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC/g, 'instant')
      .replaceAll(/"[0-9a-f]{64}"/g, '"hash"')
      .replaceAll(/case-[0-9a-f]{10}/g, 'case')
      .replaceAll(/\d{4}-\d\d-\d\d-[a-z]{6}/g, 'edition')
      .replaceAll(/[A-Za-z0-9+/]{43,}={0,2}/g, 'signature or root')
      .replaceAll(/"zipBytes":\d+/g, '"size"')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'uuid')
      .replaceAll(/"(userId|id)":"[A-Za-z0-9]{32}"/g, '"id"')

  async function readAll(
    first: Parameters<typeof aSubmission>[0],
    coder: Actor,
    blind = true,
  ): Promise<Map<string, string>> {
    const record = await openInvented()
    try {
      await createMembers(record)
      const places = await createPlaces(record)
      const id = await createSubmission(record, first)
      if (blind) await as(record, coder).coding.pick({ dossier, id })
      // A colleague who rated before them is not shown either.
      await as(record, anActor('analyst', 'third')).coding.pick({ dossier, id })
      const said = { level: first?.level, state: first?.state, contrary: first?.contrary ?? false }
      await as(record, anActor('analyst', 'third')).coding.rate({
        dossier,
        id,
        ...said,
        rationale: first?.rationale ?? '',
      })
      const inputs = { ...buildInputs({ ...places, waiting: id }) }
      const queries = Object.keys(procedures).filter((path) => procedures[path]?.type === 'query')
      const answers = new Map<string, string>()
      for (const path of queries) {
        const variants = [inputs[path], ...(path === 'assessment.form' ? [{ dossier, ref, from: id }] : [])]
        for (const [i, input] of variants.entries()) {
          const answer = await callProcedure(as(record, coder), path, input).catch(
            (error: Error) => error.message,
          )
          answers.set(`${path} ${i}`, strip(answer))
        }
      }
      return answers
    } finally {
      await record.close()
    }
  }

  const one = {
    level: 'some',
    confidence: 'low',
    rationale: 'Invented canary: the first reason.',
    evidence: evidenceFrom('briefing'),
  } as const
  const other = {
    level: 'none',
    contrary: true,
    confidence: 'high',
    rationale: 'Invented canary: quite another.',
    evidence: evidenceFrom('briefing').map((item) => ({ ...item, stance: 'contradicts' as const })),
  } as const

  test.each([colleague, lead])(
    'is answered the same by every query, whatever the first analyst found ($role)',
    async (coder) => {
      const [a, b] = [await readAll(one, coder), await readAll(other, coder)]
      expect([...a.keys()]).toEqual([...b.keys()])
      for (const [path, answer] of a) {
        expect([path, answer.includes('canary')]).toEqual([path, false])
        expect([path, answer]).toEqual([path, b.get(path)])
      }
    },
  )

  test('would see it otherwise: the comparison can tell the two apart', async () => {
    const [a, b] = [await readAll(one, lead, false), await readAll(other, lead, false)]
    const different = [...a].filter(([path, answer]) => answer !== b.get(path)).map(([path]) => path)
    expect(different).toEqual(
      expect.arrayContaining([
        'assessment.history 0',
        'assessment.review 0',
        'assessment.queue 0',
        'coding.of 0',
        'audit.list 0',
      ]),
    )
  })
})
