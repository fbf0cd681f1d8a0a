import { serveThread } from '../../job/serve-thread.ts'
import { tableWorks } from '../table-work.ts'

// Previews and imports of tables, in a thread of their own.
await serveThread(tableWorks)
