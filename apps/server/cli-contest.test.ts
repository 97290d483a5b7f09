import { spawnSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-contest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sha = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
// Written here a second time, from docs/contest-results.md alone.
const [code, receipt] = ['K7M2P9QRTU', '0123456789abcdef0123456789abcdef']
const facts = '1\t李*宁\t一县\t\t90\t12.5\t2'
const salt = createHmac('sha256', receipt).update(code).digest('hex')
const lines = [
  'jianbao-results/1\tc-1\t科学竞赛\t云岭市科协\t1\t2026-06-01T00:00:00.000Z',
  `${facts}\t${sha(facts, '\n', salt).toString('hex')}`,
]
const [one, other] = lines.map(line => sha(Buffer.of(0), line)) as [Buffer, Buffer]
const root = sha(Buffer.of(1), one, other).toString('hex')

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
function jianbao(...args: string[]) {
  const env = { ...process.env, DATA_FOLDER: join(folder, 'none'), DATABASE_URL: '' }
  const call = [join(import.meta.dirname, 'cli.ts'), 'contest', ...args]
  const run = spawnSync(process.execPath, call, { encoding: 'utf8', env })
  return { exit: run.status, out: run.stdout, error: run.stderr }
}
const list = file('list.tsv', `${lines.join('\n')}\n`)

test('a list that holds, and one’s own line in it', () => {
  const { exit, out, error } = jianbao(
    'verify',
    list,
    '--root',
    root,
    '--code',
    'k7m2p-9qrtu',
    '--receipt',
    receipt,
  )
  expect({ exit, error }).toEqual({ exit: 0, error: '' })
  expect(out).toContain(`名单的根 ${root}`)
  expect(out).toContain('您的成绩在文件的第 2 行')
})

test('what was altered, another’s code and what is no list are told in one line, with exit 2', () => {
  const altered = file('altered.tsv', `${lines.join('\n').replace('90', '99')}\n`)
  for (const [args, words] of [
    [[altered, '--root', root], /名单被改动过/],
    [[list, '--code', 'K7M2P9QRTV', '--receipt', receipt], /没有一行是/],
    [[file('cut.tsv', lines.join('\n'))], /不是完整的成绩名单/],
    [[join(folder, 'none.tsv')], /不存在/],
  ] as const) {
    const { exit, error } = jianbao('verify', ...args)
    expect(error).toMatch(words)
    expect(error.trim().split('\n')).toHaveLength(1)
    expect(exit).toBe(exit === 1 ? 1 : 2)
  }
})

test('a paper is drawn again from the key that was committed to, and from no other', () => {
  const key = 'ab'.repeat(32)
  const whole = {
    ...{ schema: 'jianbao-paper-key/1', contestNo: 1, slug: 'c', title: '竞赛', key },
    commitment: sha(Buffer.from(key, 'hex')).toString('hex'),
    draw: [{ count: 3, type: null, category: null, difficulty: null, points: 5 }],
    questions: Array.from({ length: 9 }, (_, no) => ({
      ...{ no, type: 'single', category: '', difficulty: 'easy', optionCount: 4, withdrawn: null },
    })),
  }
  const path = file('key.json', JSON.stringify(whole))
  const [first, again, next] = [
    jianbao('paper', path, '7', '1'),
    jianbao('paper', path, '7', '1'),
    jianbao('paper', path, '7', '2'),
  ]
  expect(first.exit).toBe(0)
  expect(first.out.match(/第 \d 题：题号 \d，选项次序 [A-D]{4}，5 分/g)).toHaveLength(3)
  expect(again.out).toBe(first.out)
  expect(next.out).not.toBe(first.out)
  const forged = jianbao(
    'paper',
    file('forged.json', JSON.stringify({ ...whole, key: 'cd'.repeat(32) })),
    '7',
    '1',
  )
  expect([forged.exit, forged.error]).toEqual([2, expect.stringMatching(/SHA-256 不符/)])
  expect(jianbao('paper', path, '7', 'x').exit).not.toBe(0)
})
