import type { MeetingForms } from './meeting-form.ts'

/** The forms of a meeting that is being prepared, by what their button asks for. */
export const agendaForms: MeetingForms = {}
