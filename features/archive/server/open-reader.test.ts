import { afterEach, expect, test } from 'vitest'
import { openReader } from './open-reader.ts'
import type { Reader } from './reader.port.ts'

const readers: Reader[] = []
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close()
})

function reader(script: string, timeoutMs = 30_000): Reader {
  const source = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ file, bytes }) => { ${script} })`
  const opened = openReader({
    limitBytes: 1000,
    timeoutMs,
    script: new URL(`data:text/javascript,${encodeURIComponent(source)}`),
  })
  readers.push(opened)
  return opened
}

const still = new AbortController().signal
const file = (name: string) => ({ name, bytes: Buffer.from('简报') })
const answer = `parentPort.postMessage({ outcome: { text: file, encoding: 'utf-8', readings: [] } })`

test('steps are told, then the outcome', async () => {
  const steps: string[] = []
  const outcome = await reader(`parentPort.postMessage({ step: 'reading' }); ${answer}`).read(
    file('a'),
    step => steps.push(step),
    still,
  )
  expect(outcome).toMatchObject({ text: 'a' })
  expect(steps).toEqual(['reading'])
})

test('a file that never ends is stopped, and the next one is read by a new thread', async () => {
  const hangs = reader(`if (file === 'slow') for (;;); ${answer}`, 3_000)
  const outcome = await hangs.read(file('slow'), () => undefined, still)
  expect(outcome).toMatchObject({ problem: { code: 'file-unreadable', details: { file: 'slow' } } })
  expect(await hangs.read(file('next'), () => undefined, still)).toMatchObject({ text: 'next' })
})

test('a thread that breaks is an error of its file alone', async () => {
  const breaks = reader(
    `if (file === 'bad') throw new Error('broken'); if (file === 'gone') process.exit(3); ${answer}`,
  )
  await expect(breaks.read(file('bad'), () => undefined, still)).rejects.toThrow('broken')
  await expect(breaks.read(file('gone'), () => undefined, still)).rejects.toThrow('ended')
  expect(await breaks.read(file('next'), () => undefined, still)).toMatchObject({ text: 'next' })
})

test('a stop of the server stops the file', async () => {
  const stop = new AbortController()
  const reading = reader('for (;;);').read(file('a'), () => undefined, stop.signal)
  stop.abort()
  await expect(reading).rejects.toMatchObject({ code: 'server-busy' })
})

test.each(["throw new Error('broken while idle')", 'process.exit(3)'])(
  'a thread that dies between two files is replaced: %s',
  async death => {
    const dies = reader(`if (file === 'last') setTimeout(() => { ${death} }, 20); ${answer}`, 5_000)
    await dies.read(file('last'), () => undefined, still)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await dies.read(file('next'), () => undefined, still)).toMatchObject({ text: 'next' })
  },
)
