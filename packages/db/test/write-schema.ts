import { writeFile } from 'node:fs/promises'
import { getMigratedSchema, schemaFile } from './migrated-schema.ts'

await writeFile(schemaFile, await getMigratedSchema())
