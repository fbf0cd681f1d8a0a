import { type FileError, formatCount, formatPath, formatQuoted } from './file-error.ts'

export type ScanLimits = {
  readonly maxDepth: number
  readonly maxValues: number
  readonly maxContainers: number
}

/** These name the machinery of JavaScript objects. No field of ours is called so, and none may pass. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** No object of a dossier file has more than 20; a million of them would fill the memory. */
const maxFields = 200

type Frame = { readonly keys: string[] | null; at: string | number }

/**
 * Walks a JSON text once, without recursion and before anything is built from it. A syntax error or a broken limit
 * ends the walk; keys given twice and forbidden keys are gathered. When it finds no syntax error, `JSON.parse` finds
 * none either.
 */
export function assessJsonText(text: string, limits: ScanLimits): { errors: FileError[]; readable: boolean } {
  const scan = new Scan(text, limits)
  try {
    scan.walk()
    return { errors: scan.errors, readable: true }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { errors: [...scan.errors, error.reason], readable: false }
  }
}

class Stop extends Error {
  readonly reason: FileError
  constructor(reason: FileError) {
    super(reason.message)
    this.reason = reason
  }
}

const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32]
const [quote, comma, colon, backslash] = [34, 44, 58, 92]
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125]
// Counted, because an endless run of digits would exhaust the stack of the expression.
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d{0,39})(?:\.\d{1,39})?(?:[eE][+-]?\d{1,3})?)(?![\w.+-])/y
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

class Scan {
  readonly errors: FileError[] = []
  readonly #text: string
  readonly #limits: ScanLimits
  readonly #frames: Frame[] = []
  #i = 0
  #values = 0
  #containers = 0

  constructor(text: string, limits: ScanLimits) {
    this.#text = text
    this.#limits = limits
  }

  walk(): void {
    this.#skip()
    do {
      if (this.#startValue()) continue
      while (this.#endValue()) {}
    } while (this.#frames.length > 0)
    this.#skip()
    if (this.#i < this.#text.length) this.#fail('something stands after the end of the file’s object')
  }

  /** Reads a scalar, or the opening of a list or object. True when a value inside it comes next. */
  #startValue(): boolean {
    this.#values += 1
    if (this.#values > this.#limits.maxValues)
      this.#stopTooLarge(`more than ${formatCount(this.#limits.maxValues)} values`)
    const c = this.#text.charCodeAt(this.#i)
    if (c === openObject || c === openList) return this.#open(c === openObject)
    if (c === quote) this.#readString()
    else this.#readScalar()
    return false
  }

  #open(isObject: boolean): boolean {
    this.#containers += 1
    if (this.#containers > this.#limits.maxContainers) {
      this.#stopTooLarge(`more than ${formatCount(this.#limits.maxContainers)} lists and objects`)
    }
    if (this.#frames.length === this.#limits.maxDepth) {
      const message = `The file is nested deeper than ${this.#limits.maxDepth} levels, at ${this.#place()}. A dossier file needs 6.`
      throw new Stop({ path: this.#path().slice(0, 200), message, code: 'file-too-deep' })
    }
    this.#i += 1
    this.#skip()
    const c = this.#text.charCodeAt(this.#i)
    if (c === (isObject ? closeObject : closeList)) {
      this.#i += 1
      return false
    }
    this.#frames.push(isObject ? { keys: [], at: '' } : { keys: null, at: 0 })
    if (isObject) this.#readKey()
    return true
  }

  /** After a value: a comma and the next one (false), or the end of what it stands in (true: that ended a value too). */
  #endValue(): boolean {
    const frame = this.#frames.at(-1)
    if (!frame) return false
    this.#skip()
    const c = this.#text.charCodeAt(this.#i)
    if (c === comma) {
      this.#i += 1
      this.#skip()
      if (frame.keys) this.#readKey()
      else frame.at = Number(frame.at) + 1
      return false
    }
    if (c !== (frame.keys ? closeObject : closeList)) {
      this.#fail(`a comma or ${frame.keys ? '}' : ']'} was expected`)
    }
    this.#i += 1
    this.#frames.pop()
    return this.#frames.length > 0
  }

  #readKey(): void {
    const frame = this.#frames.at(-1)
    if (!frame?.keys) return
    if (this.#text.charCodeAt(this.#i) !== quote) this.#fail('a field name in double quotes was expected')
    const key = this.#readString()
    frame.at = key
    if (forbiddenKeys.has(key)) {
      this.#note(`${formatQuoted(key)} is not a field of a dossier file. Remove it.`, 'invalid-input')
    } else if (frame.keys.includes(key)) {
      this.#note(
        `${formatQuoted(key)} is given twice in one object, again at ${this.#place()}. Keep one of them.`,
        'invalid-input',
      )
    }
    frame.keys.push(key)
    if (frame.keys.length > maxFields)
      this.#fail(`an object has more than ${maxFields} fields, and no object of a dossier file has so many`)
    this.#skip()
    if (this.#text.charCodeAt(this.#i) !== colon) this.#fail('a colon was expected after the field name')
    this.#i += 1
    this.#skip()
  }

  #readString(): string {
    const start = this.#i
    let escaped = false
    for (let i = start + 1; i < this.#text.length; i++) {
      const c = this.#text.charCodeAt(i)
      if (c === quote) {
        this.#i = i + 1
        return escaped ? String(JSON.parse(this.#text.slice(start, i + 1))) : this.#text.slice(start + 1, i)
      }
      if (c < space) {
        this.#i = i
        this.#fail('a text runs over the end of its line, or holds a control character; close it with "')
      }
      if (c === backslash) {
        escaped = true
        escapeSequence.lastIndex = i
        this.#i = i
        if (!escapeSequence.test(this.#text))
          this.#fail('a backslash here needs one of " \\ / b f n r t or u and four digits after it')
        i = escapeSequence.lastIndex - 1
      }
    }
    this.#i = start
    this.#fail('a text begins and is never closed with "')
  }

  #readScalar(): void {
    scalar.lastIndex = this.#i
    if (!scalar.test(this.#text)) {
      const found =
        this.#i < this.#text.length
          ? `, and ${formatQuoted(this.#text.slice(this.#i, this.#i + 12))} was found`
          : ''
      this.#fail(`a value was expected${found}`)
    }
    this.#i = scalar.lastIndex
  }

  #skip(): void {
    for (;;) {
      const c = this.#text.charCodeAt(this.#i)
      if (c !== space && c !== lineFeed && c !== carriageReturn && c !== tab) return
      this.#i += 1
    }
  }

  #note(message: string, code: 'invalid-input'): void {
    // More than this is not a slip of the pen; the cap keeps a hostile file from filling the memory.
    if (this.errors.length < 1000) this.errors.push({ path: this.#path(), message, code })
  }

  #path = (): string => formatPath(this.#frames.map((frame) => frame.at))

  #place(): string {
    let line = 1
    let start = 0
    for (
      let end = this.#text.indexOf('\n');
      end !== -1 && end < this.#i;
      end = this.#text.indexOf('\n', start)
    ) {
      line += 1
      start = end + 1
    }
    return `line ${formatCount(line)}, column ${formatCount(this.#i - start + 1)}`
  }

  #fail(what: string): never {
    const end = this.#i >= this.#text.length ? ' The file ends too early.' : ''
    throw new Stop({
      path: '$',
      message: `This is not JSON: at ${this.#place()}, ${what}.${end}`,
      code: 'file-not-json',
    })
  }

  #stopTooLarge(what: string): never {
    const message = `The file has ${what}. Split it into several files, and import them one after the other.`
    throw new Stop({ path: '$', message, code: 'file-too-large' })
  }
}
