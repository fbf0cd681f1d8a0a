import pg from 'pg'

/**
 * Lets the server look again at what a large write has brought: the planner's statistics, and the visibility map,
 * without which an index alone cannot answer. The server does so by itself, but minutes later; until then the first
 * readers would wait for it. Takes no lock that stops readers or writers.
 *
 * @param ownerUrl only the owner of the tables may
 */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'waymark statistics' })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'waymark' order by 1`,
    )
    await owner.query(`vacuum (analyze) ${rows.map((row) => row.name).join(', ')}`)
  } finally {
    await owner.end()
  }
}
