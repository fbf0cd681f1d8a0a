import { getWorkingFolder } from '@waymark/config/process-environment'
import { listenToSignals } from './interruption.ts'
import { formatForTerminal, printTo } from './output.ts'
import { runCommandLine } from './run.ts'

const interruption = listenToSignals()
const { exitCode, stdout, stderr } = await runCommandLine(process.argv.slice(2), {
  note: (line) => void printTo(process.stderr, `${formatForTerminal(line)}\n`),
  signal: interruption.signal,
  stdin: process.stdin,
  folder: getWorkingFolder(),
})
await printTo(process.stderr, stderr)
await printTo(process.stdout, stdout)
process.exit(exitCode === 'interrupted' ? interruption.exitCode : exitCode)
