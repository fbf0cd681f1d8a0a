import { deskCatalogues } from '@waymark/messages/desk'
import { keepDeskCatalogue } from '../get-desk-words.ts'

/** Tests render pages in any language, as the server does. */
for (const catalogue of Object.values(deskCatalogues)) keepDeskCatalogue(catalogue)
