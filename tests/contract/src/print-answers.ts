import { readFileSync } from 'node:fs'
import { importDossier } from '@waymark/api/features/dossier/import.command'
import { openDatabase } from '@waymark/db/open'
import { callAs, operator, type TestRecord } from './open-test-record.ts'

/**
 * A process of its own, so that its time zone is one from the beginning: reads `{ urls, files, days }` from standard
 * input, imports the files, and prints what is answered for each day.
 */
const { urls, files, days } = JSON.parse(readFileSync(0, 'utf8')) as {
  urls: TestRecord['urls']
  files: { dossier: { key: string } }[]
  days: string[]
}
const db = await openDatabase({
  ownerUrl: urls.owner,
  appUrl: urls.app,
  publicUrl: urls.public,
  authUrl: urls.auth,
  embedded: false,
  unsafe: true,
  poolSize: 2,
  statementTimeout: 60_000,
})
const reader = callAs({ db } as TestRecord)
const answers: unknown[] = []
for (const file of files) {
  const result = await importDossier(db.app, operator, {
    bytes: new TextEncoder().encode(JSON.stringify(file)),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error.errors[0]))
  const dossier = file.dossier.key
  for (const asOf of days) {
    const { knownAt: _, ...score } = await reader.score.get({ dossier, asOf })
    const { rows } = await reader.recommendation.list({ dossier, asOf })
    const { gates, milestones } = await reader.linkage.get({ dossier, asOf })
    answers.push({ score, rows, gates, milestones })
  }
}
await db.close()
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
process.stdout.write(JSON.stringify({ timeZone, answers }))
