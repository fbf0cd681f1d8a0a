import { z } from 'zod'
import { evidenceView, findingView } from '../../common/refs.view.ts'

/** The evidence of all published findings on one recommendation. */
export const evidenceList = z.array(evidenceView.extend({ finding: findingView, effective: z.string() }))
