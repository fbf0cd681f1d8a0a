import { z } from 'zod'
import { meetingTarget } from './meeting.input.ts'

/** `id`: chosen by whoever asks; asking again with it builds once. */
export const buildInput = z.strictObject({ ...meetingTarget.shape, id: z.uuid() })
export type BuildInput = z.infer<typeof buildInput>
