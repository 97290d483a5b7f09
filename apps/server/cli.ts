/** `npx jianbao`: exit 0 on success, 2 with one line on stderr for bad input (DESIGN.md, command line contract). */
import { enableCompileCache } from 'node:module'
import { Problem } from '@jianbao/errors'
import { UsageError } from './cli-arguments.ts'
import { commands } from './cli-commands.ts'

// What is loaded from here on was stripped and compiled once already: half the start-up of a short command.
enableCompileCache()
const [name = '', ...args] = process.argv.slice(2)
// A reader that stops early (`| head`) is not an error of ours.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

if (name === '' || name === 'help' || name === '--help' || name === '-h') {
  const lines = Object.values(commands).map(command => `  ${command.summary}\n    npx ${command.usage}`)
  console.log(`简报台 命令行\n\n${lines.join('\n')}`)
} else {
  await run()
}

async function run(): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return refuse(`没有“${name}”这个命令；可用：${Object.keys(commands).join('、')}`)
  if (args.includes('--help') || args.includes('-h'))
    return void console.log(`${command.summary}\n用法：npx ${command.usage}`)
  try {
    await command.run(args)
  } catch (error) {
    if (error instanceof UsageError) return refuse(`${error.message}；用法：npx ${command.usage}`)
    if (error instanceof Problem) return refuse(error.text('zh'))
    // A fault of ours: the stack belongs on stderr, and the code differs from bad input's.
    console.error(error)
    process.exitCode = 1
  }
}

function refuse(reason: string): void {
  process.stderr.write(`jianbao: ${reason.replace(/\s*\n\s*/g, ' ')}\n`)
  process.exitCode = 2
}
