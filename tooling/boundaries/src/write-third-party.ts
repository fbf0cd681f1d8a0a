import { writeFile } from 'node:fs/promises'
import { listThirdParties } from './licences.ts'
import { buildThirdPartyText, thirdPartyFile } from './third-party.ts'

await writeFile(thirdPartyFile, buildThirdPartyText(listThirdParties()))
