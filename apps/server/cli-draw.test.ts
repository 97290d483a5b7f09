import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitDraw, type DrawRegister, makeSeed, printDraw, runDraw } from '@jianbao/draw'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-draw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const register: DrawRegister = {
  name: '第二轮随机抽查',
  organiser: '云岭市科协',
  rules: {
    count: 3,
    inspectorsPerObject: 2,
    objectsPerInspector: 3,
    strata: [{ name: '县级', minimumCount: 1, minimumShare: 10 }],
  },
  objects: Array.from({ length: 9 }, (_, at) => ({
    code: `5301${at}`,
    name: `第${at}县科协`,
    stratum: '县级',
  })),
  inspectors: Array.from({ length: 4 }, (_, at) => ({
    code: `0${at}`,
    name: `人员${at}`,
    unit: '',
    recused: [],
  })),
}
const seed = makeSeed()
const committed = commitDraw(register, seed)
const draw = runDraw(committed, { seed, contribution: '3 5 1' })

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
function jianbao(...args: string[]) {
  // Neither a database nor a folder for one is there.
  const env = { ...process.env, DATA_FOLDER: join(folder, 'none'), DATABASE_URL: '' }
  const call = [join(import.meta.dirname, 'cli.ts'), 'draw', ...args]
  const run = spawnSync(process.execPath, call, { encoding: 'utf8', env })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

test('a draw that holds is told check by check, with its hashes; exit 0', () => {
  const before = file('before.json', printDraw(committed))
  const { code, out, error } = jianbao('verify', file('draw.json', printDraw(draw)), '--before', before)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out.match(/✓/g)).toHaveLength(6)
  expect(out).toContain(`名册哈希 ${committed.commit.register}\n种子哈希 ${committed.commit.seed}\n`)
  expect(out).toContain('核验通过：从 9 个对象中抽出 3 个，现场数字或词语“3 5 1”。')
  const early = jianbao('verify', before)
  expect([early.code, early.out]).toEqual([0, expect.stringContaining('尚未抽取')])
})

test.each<[string, string, RegExp]>([
  [
    'a name of the register',
    printDraw({ ...draw, organiser: '别的科协' }),
    /名册被改动过（应为 [0-9a-f]{64}/,
  ],
  [
    'a result in another order',
    printDraw({ ...draw, result: draw.result.toReversed() }),
    /抽查对象与重新计算的结果不符/,
  ],
  [
    'another seed',
    printDraw({ ...draw, reveal: { ...draw.reveal, seed: makeSeed() } }),
    /种子不是事先承诺的那个/,
  ],
])('%s does not verify: exit 2 and one line that says what', (name, text, words) => {
  const { code, out, error } = jianbao('verify', file(`${name}.json`, text))
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(words)
  expect(error).toContain(`${name}.json”没有通过核验：`)
  expect(error.trim().split('\n')).toHaveLength(1)
})

test('a draw made anew is found by the file that was published before', () => {
  const again = commitDraw(register, makeSeed())
  const { code, error } = jianbao(
    'verify',
    file('draw.json', printDraw(draw)),
    '--before',
    file('again.json', printDraw(again)),
  )
  expect([code, error]).toEqual([2, expect.stringContaining('与抽取前公布的文件承诺不同')])
})

test.each<[string, () => string[], RegExp]>([
  [
    'broken JSON',
    () => ['verify', file('broken.json', '{"schema": ')],
    /broken\.json”不能核验：内容 不是合法的 JSON/,
  ],
  [
    'an unknown field',
    () => ['verify', file('field.json', JSON.stringify({ ...draw, x: 1 }))],
    /field\.json”不能核验：\/x 是未知的项。$/m,
  ],
  ['other bytes', () => ['verify', file('bytes.json', Uint8Array.of(0xff, 0xfe, 0x41))], /不是 UTF-8 编码/],
  ['a missing file', () => ['verify', join(folder, 'missing.json')], /missing\.json.*不存在/],
  ['no file', () => ['verify'], /没有指明文件/],
  ['another word', () => ['run', 'x'], /draw 之后要写 verify/],
  ['an unknown option', () => ['verify', '--nonsense'], /没有 --nonsense 这个选项/],
])('%s is refused with exit 2 and one line', (_, args, words) => {
  const { code, out, error } = jianbao(...args())
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(words)
  expect(error.trim().split('\n')).toHaveLength(1)
})
