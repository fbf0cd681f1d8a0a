import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** What came of a command. Refused (`ok: false`): exit code 1. */
export type Outcome = {
  readonly ok: boolean
  /** The one object that `--json` prints. */
  readonly json: object
  /** For a person, on standard output; not printed with `--json`. */
  readonly text: string
  /** What is wrong, on standard error, with `--json` too. */
  readonly problems?: string
}

/** The surroundings of a command: what it is given beside its arguments. */
export type Surroundings = {
  /** A line on standard error: progress, notes. */
  readonly note: (line: string) => void
  /** Aborted by Ctrl-C. What was not finished by then is undone. */
  readonly signal: AbortSignal
  readonly stdin: NodeJS.ReadStream
  /** Absolute path of the folder where the person stands. */
  readonly folder: string
}

/** The command line does not make sense: exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** The command cannot be done. The message is a plain sentence that says why and what to do. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>['values']

type Definition<O extends ParseArgsOptionsConfig> = {
  /** `import`, `user add`. */
  readonly name: string
  /** What follows the name: `FILE [--dry-run]`. */
  readonly usage: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The rest of `--help`: one line an option, and what must be known. */
  readonly details: string
  readonly options: O
  /** Least and most arguments that are not options. */
  readonly operands: readonly [number, number]
  readonly run: (
    given: { readonly values: Values<O>; readonly operands: readonly string[] },
    surroundings: Surroundings,
  ) => Promise<Outcome>
  /** What `--json` prints when the command could not be done at all; `{ error }` unless given. */
  readonly buildFailure?: (message: string) => object
}

export type Command = Omit<Definition<ParseArgsOptionsConfig>, 'options' | 'operands' | 'run'> & {
  /**
   * Reads the arguments after the command's name and runs it.
   * @throws WrongUsage before anything was done; CommandRefused and the errors of what it opened.
   */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<Outcome>
}

/** A command whose options arrive typed. `--json` and `--help` belong to all and have been taken out before. */
export function buildCommand<const O extends ParseArgsOptionsConfig>(definition: Definition<O>): Command {
  const { options, operands, run, ...shown } = definition
  return {
    ...shown,
    run: async (args, surroundings) => {
      const given = parseArguments(args, options)
      const [least, most] = operands
      if (given.operands.length < least) throw new WrongUsage('An argument is missing.')
      if (given.operands.length > most)
        throw new WrongUsage(`“${given.operands[most]}” is one argument too many.`)
      return run(given, surroundings)
    },
  }
}

function parseArguments<const O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    })
    return { values: values as Values<O>, operands: positionals }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'))
      throw new WrongUsage((error as Error).message)
    throw error
  }
}
