import type { RefusalCode } from '@waymark/kernel/refusal'
import type { z } from 'zod'
import { type FileError, formatChoice, formatCount, formatPath, formatQuoted } from './file-error.ts'
import { getChoiceNoun, getPlace } from './places.ts'

type Issue = z.core.$ZodIssue

/**
 * A schema's complaint as errors with their place and a sentence that says what is wrong and what to do.
 *
 * @param base path of the row in the file; the issue's own path goes on from there
 * @param value what the file has at the issue's path
 */
export function listIssueErrors(issue: Issue, base: readonly PropertyKey[], value: unknown): FileError[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 1000).map((key) => ({
      path: formatPath([...path, key]),
      message: formatUnknownKey(key, path),
      code: 'invalid-input',
    }))
  }
  return [{ path: formatPath(path), message: formatIssue(issue, path, value), code: getCode(issue, path) }]
}

function formatUnknownKey(key: string, path: readonly PropertyKey[]): string {
  const place = getPlace(path)
  if (!place) return `${formatQuoted(key)} is not a known field. Remove it.`
  return `${formatQuoted(key)} is not a field of ${place.noun}. Remove it, or use one of ${formatChoice(place.fields)}.`
}

function formatIssue(issue: Issue, path: readonly PropertyKey[], value: unknown): string {
  const field = typeof path.at(-1) === 'number' ? 'the entry' : `“${String(path.at(-1))}”`
  const choice = issue.code === 'invalid_value' ? formatChoice(issue.values) : null
  if (value === undefined) {
    const owner = getPlace(path.slice(0, -1))
    const missing = `${owner ? `${capitalise(owner.noun)} needs ` : ''}${field}${owner ? '' : ' is needed'}`
    return `${missing}, and it is missing. ${choice ? `Use ${choice}.` : 'Add it.'}`
  }
  switch (issue.code) {
    case 'invalid_value':
      return path.at(-1) === 'format'
        ? `${formatQuoted(value)} is not a format that can be read. Use ${choice}.`
        : `${formatQuoted(value)} is not ${getChoiceNoun(path)}. Use ${choice}.`
    case 'invalid_type':
      return formatTypeIssue(issue.expected, field, path, value)
    case 'too_big':
      return formatTooBig(issue, field, value)
    case 'too_small':
      return formatTooSmall(issue, field, value)
    case 'invalid_format':
    case 'custom':
      return isBare(value) ? formatRefused(issue.message, field, value) : `${capitalise(issue.message)}.`
    default:
      return `${capitalise(field)} is not as it should be: ${issue.message}.`
  }
}

function formatRefused(rule: string, field: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() === '') return `${capitalise(field)} is empty. Fill it in.`
  if (rule === 'has characters that are not text') {
    return `${capitalise(field)} ${rule}, such as control characters. Remove them.`
  }
  return `${capitalise(field)} is ${formatQuoted(value)}: ${rule}.`
}

function formatTypeIssue(
  expected: string,
  field: string,
  path: readonly PropertyKey[],
  value: unknown,
): string {
  const found = `and ${describe(value)} was found`
  const place = getPlace(path)
  if (expected === 'object' && place)
    return `${capitalise(place.noun)} is an object in braces { }, ${found}. Correct it.`
  const name = capitalise(field)
  switch (expected) {
    case 'string':
      return `${name} must be a text, ${found}. Write it in double quotes.`
    case 'array':
      return `${name} must be a list in square brackets, ${found}. Put the entries in [ ].`
    case 'int':
    case 'number':
      return `${name} must be a whole number, ${found}. Write it without quotes and without a fraction.`
    case 'boolean':
      return `${name} must be true or false, ${found}. Write it without quotes.`
    default:
      return `${name} must be ${expected}, ${found}. Correct it.`
  }
}

function formatTooBig(issue: Issue & { code: 'too_big' }, field: string, value: unknown): string {
  if (typeof value === 'string') {
    return `${capitalise(field)} has ${formatCount(value.length)} characters, and at most ${formatCount(Number(issue.maximum))} are allowed. Shorten it.`
  }
  return `${capitalise(field)} is ${formatQuoted(value)}, and ${formatCount(Number(issue.maximum))} is the most. Use a smaller number.`
}

function formatTooSmall(issue: Issue & { code: 'too_small' }, field: string, value: unknown): string {
  if (typeof value === 'string') return `${capitalise(field)} is empty. Fill it in.`
  if (Array.isArray(value)) return `${capitalise(field)} is an empty list. Name at least one.`
  return `${capitalise(field)} is ${formatQuoted(value)}, and ${String(issue.minimum)} is the least. Use a larger number.`
}

const isBare = (value: unknown) => value === null || typeof value !== 'object'

const capitalise = (s: string) => s.charAt(0).toUpperCase() + s.slice(1)

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return 'a text'
  return typeof value === 'boolean' ? String(value) : `the number ${String(value)}`
}

const dateFields = new Set(['date', 'issued', 'effective', 'planned', 'occurred', 'factDate'])

function getCode(issue: Issue, path: readonly PropertyKey[]): RefusalCode {
  const field = String(path.at(-1))
  if (field === 'evidence' && issue.code === 'too_small') return 'evidence-missing'
  if (field === 'rationale' && issue.code !== 'too_big') return 'rationale-missing'
  if (dateFields.has(field)) return 'invalid-date'
  return field === 'recorded' ? 'invalid-instant' : 'invalid-input'
}
