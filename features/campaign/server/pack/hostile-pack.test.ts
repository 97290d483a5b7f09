/** What a stranger may send as a pack: every fault is told with its place, nothing is expanded, nothing gets out. */
import { zipFile } from '@jianbao/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packProblemLine } from '../../contract/index.ts'
import { openPackZip } from './open-source.ts'
import { filesOf, packOf, problemsOf, smallFiles } from './pack.fixture.ts'
import { readPack } from './read-pack.ts'

const lines = (texts: Record<string, string | Uint8Array>) =>
  problemsOf(texts).map(problem => packProblemLine(problem, 'zh'))
const campaign = (more: string): string =>
  `schema: jianbao-pack/1\nid: a\nname: 名\nfrom: 2026-01-01\nto: 2026-12-31\n${more}`
const alone = (text: string | Uint8Array) =>
  readPack({ files: filesOf({ 'campaign.yaml': text }), problems: [] }).problems.map(({ code }) => code)

test('anchors and aliases are refused, so that nothing grows in the reading', () => {
  const bomb = ['purpose: &a 哈', 'basis: *a'].join('\n')
  expect(alone(campaign(bomb))).toEqual(['alias-refused', 'alias-refused'])
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at}: &l${at} [${`*l${at - 1}, `.repeat(at ? 9 : 0)}]`,
  )
  expect(new Set(alone(levels.join('\n')))).toEqual(new Set(['alias-refused']))
})

test.each([
  ['a tag', campaign('purpose: !!js/function "return 1"'), 'tag-refused'],
  ['a tag of its own', campaign('purpose: !secret 值'), 'tag-refused'],
  ['a key twice', campaign('name: 又一个'), 'key-twice'],
  ['a key of its own making', campaign('__proto__: { admin: true }'), 'key-unknown'],
  ['constructor as a key', campaign('constructor: { prototype: 1 }'), 'key-unknown'],
  ['a list as a key', campaign('? [a]\n: 1'), 'key-form'],
  ['two documents', `${campaign('')}---\na: 1\n`, 'syntax'],
  ['tabs', campaign('stages:\n\t- id: a'), 'syntax'],
  ['an open quote', campaign('purpose: "没有完'), 'syntax'],
  ['a control character', campaign('purpose: "a\\u0000b"'), 'characters'],
  ['half a character', campaign('purpose: "\\ud800"'), 'characters'],
  ['blanks alone', campaign('purpose: "  "'), 'blank'],
  ['nothing behind a key', campaign('purpose:'), 'empty'],
  ['a number for a text', campaign('purpose: 12'), 'type-text'],
  ['a list for a text', campaign('purpose: [a]'), 'type-text'],
  ['an empty file', '', 'empty'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe), 'encoding'],
  ['GBK', Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6, 0x3a, 0x20, 0x61), 'encoding'],
  ['UTF-16', Buffer.from('\ufeffid: a', 'utf16le'), 'encoding'],
  ['more than a pack ever is', `# ${'长'.repeat(100_000)}`, 'file-large'],
  ['another format', campaign('').replace('pack/1', 'pack/9'), 'schema-other'],
])('%s', (_, text, code) => {
  expect(alone(text)).toContain(code)
})

test.each([
  ['brackets', '['.repeat(200_000)],
  ['braces', '{a: '.repeat(60_000)],
  ['dashes', '- '.repeat(120_000)],
  ['question marks', '? '.repeat(120_000)],
  ['keys', Array.from({ length: 20_000 }, (_x, at) => `k${at}: 1`).join('\n')],
  ['the same key', 'k: 1\n'.repeat(40_000)],
])('a quarter of a megabyte of %s is told, not choked on', (_, text) => {
  const problems = alone(text)
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.length).toBeLessThanOrEqual(101)
})

test('all faults of all files are told at once, each with file, line, place and what to do', () => {
  const tasks = smallFiles['tasks.yaml']
    .replace('stage: first', 'stage: frist')
    .replace('[city, county]', '[ctiy]')
    .replace('day: 2026-03-31', 'day: 2026-02-30')
    .replace('required: false', 'required: 是')
  expect(
    lines({ 'tasks.yaml': tasks, 'campaign.yaml': `${smallFiles['campaign.yaml']}budget: 100\n` }),
  ).toEqual([
    'campaign.yaml 第 11 行，budget：没有“budget”这一项。',
    'tasks.yaml 第 12 行，tasks[2]（动员会）.required：这里要写 true（是）或 false（否）。',
  ])
  const mended = tasks.replace('required: 是', 'required: false')
  expect(lines({ 'tasks.yaml': mended })).toEqual([
    'tasks.yaml 第 5 行，tasks[1]（每月一学）.stage：campaign.yaml 里没有阶段“frist”。您是指 first 吗？',
    expect.stringMatching(
      /^tasks\.yaml 第 6 行，tasks\[1\]（每月一学）\.kinds\[1\]：没有“ctiy”这类单位。.*您是指 city 吗？$/,
    ),
    'tasks.yaml 第 14 行，tasks[2]（动员会）.deadline.day：没有 2026-02-30 这一天。',
  ])
})

const task = (change: (text: string) => string) => ({ 'tasks.yaml': change(smallFiles['tasks.yaml']) })
const ledgers = (from: string, to: string) => ({
  'ledgers.yaml': smallFiles['ledgers.yaml'].replace(from, to),
})
test.each([
  ['the same id twice', task(text => text.replace('id: once', 'id: monthly')), 'id-twice', 10],
  ['nobody bound', task(text => text.replace('    groups: [sisters]\n', '')), 'binds-nobody', 10],
  ['a group nobody made', task(text => text.replace('[sisters]', '[brothers]')), 'group-unknown', 13],
  [
    'a type nobody listed',
    task(text => text.replace('done: { reports: 1 }', 'done: { reports: 1, types: [dance] }')),
    'type-unknown',
    9,
  ],
  [
    'a day before the campaign',
    task(text => text.replace('2026-03-31', '2025-12-31')),
    'outside-campaign',
    14,
  ],
  ['months without an end', task(text => text.replace('to: 2026-03,', '')), 'required', 7],
  [
    'months that end before they begin',
    task(text => text.replace('to: 2026-03', 'to: 2025-03')),
    'ends-before',
    7,
  ],
  ['a rhythm nobody keeps', task(text => text.replace('every: month', 'every: week')), 'choice', 7],
  ['a thirteenth month', task(text => text.replace('to: 2026-03', 'to: 2026-13')), 'month-form', 7],
  [
    'stages round the wrong way',
    { 'campaign.yaml': smallFiles['campaign.yaml'].replace('to: 2026-06-30', 'to: 2025-06-30') },
    'ends-before',
    7,
  ],
  [
    'a stage outside',
    { 'campaign.yaml': smallFiles['campaign.yaml'].replace('to: 2026-12-31 }', 'to: 2027-01-31 }') },
    'outside-campaign',
    8,
  ],
  [
    'a commitment for nobody',
    { 'commitments.yaml': smallFiles['commitments.yaml'].replace('    kinds: [city]\n', '') },
    'binds-nobody',
    2,
  ],
  [
    'mails at night that are never sent',
    {
      'reminders.yaml':
        'before: [1]\nafter: { every: 1, times: 1 }\nat: "21:00"\nquiet: { from: "20:00", to: "08:00" }\n',
    },
    'quiet-at',
    3,
  ],
  [
    'a measure the reader does not know',
    {
      'reporting.yaml':
        'types: [{ id: a, name: 甲 }]\nmeasures: [{ id: m, name: 人, units: [人], reads: persons }]\ncolumns: [{ id: c, name: 栏 }]\n',
    },
    'reader-measure-unknown',
    2,
  ],
  ['two ledgers that take in the tasks', ledgers('kind: service', 'kind: work'), 'ledger-work-twice', 9],
  [
    'needs that close by adoption',
    ledgers('closing: verified', 'closing: adopted'),
    'ledger-adopted-kind',
    13,
  ],
  ['points that rise', ledgers('fair: 75', 'fair: 101'), 'too-large', 14],
  ['points round the wrong way', ledgers('fair: 75', 'fair: 40'), 'ledger-points-order', 14],
  ['two ledgers of one id', ledgers('id: needs', 'id: work'), 'id-twice', 8],
  ['a kind of ledger nobody keeps', ledgers('kind: service', 'kind: diary'), 'choice', 9],
  ['a ledger without steps', ledgers('recheckDays: 30 ', ''), 'required', 11],
  ['a recheck after nothing', ledgers('recheckDays: 30', 'recheckDays: 0'), 'too-small', 11],
])('%s', (_, texts, code, line) => {
  expect(problemsOf(texts).map(problem => [problem.code, problem.line])).toContainEqual([code, line])
})

test('nothing that somebody may write throws, and what is taken has the shape of a pack', () => {
  const bit = fc.oneof(
    fc.constantFrom(
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      '{',
      '}',
      ']',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&a',
      '*a',
      '!',
      '---',
      'tasks',
    ),
    fc.string({ maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 60 }), bits => {
      const outcome = problemsOf({ 'tasks.yaml': bits.join('') })
      for (const problem of outcome)
        expect(packProblemLine(problem, 'zh')).not.toMatch(/\{\w+\}|undefined|null/)
    }),
    { numRuns: 500 },
  )
})

const zipped = async (parts: Parameters<typeof zipFile>[0]) => {
  const source = await openPackZip(zipFile(parts), '包.zip')
  return readPack(source)
}
const parts = Object.entries(smallFiles).map(([name, content]) => ({ name, content }))

test('a ZIP holds the files, or the folder with them; what systems leave beside is passed over', async () => {
  expect((await zipped(parts)).pack).toEqual(packOf())
  const inFolder = parts.map(({ name, content }) => ({ name: `学习方案/${name}`, content }))
  const furniture = [
    { name: '__MACOSX/学习方案/._campaign.yaml', content: 'x' },
    { name: '学习方案/', content: '' },
  ]
  expect(
    (await zipped([...furniture, ...inFolder, { name: '学习方案/说明.docx', content: 'x' }])).pack,
  ).toEqual(packOf())
})

test('a file with a name nobody reads is told, not left out in silence', async () => {
  const { problems } = await zipped([...parts, { name: 'task.yaml', content: 'tasks: []' }])
  expect(problems.map(problem => packProblemLine(problem, 'zh'))[0]).toMatch(
    /^task\.yaml：活动包里没有这种文件/,
  )
  expect((await zipped([{ name: 'readme.txt', content: 'x' }])).problems.map(({ code }) => code)).toEqual([
    'no-campaign',
  ])
})

test.each([
  ['a path out of the ZIP', [{ name: '../campaign.yaml', content: 'x' }]],
  ['an absolute path', [{ name: '/etc/campaign.yaml', content: 'x' }]],
  ['a path with backslashes', [{ name: '..\\..\\campaign.yaml', content: 'x' }]],
  ['a password', [{ name: 'campaign.yaml', content: 'x', encrypted: true }]],
  ['a bomb', [{ name: 'campaign.yaml', content: Buffer.alloc(64 * 1024 * 1024) }]],
  [
    'a bomb that calls itself small',
    [{ name: 'campaign.yaml', content: Buffer.alloc(64 * 1024 * 1024), claimsBytes: 10 }],
  ],
  ['a thousand files', Array.from({ length: 1000 }, (_, at) => ({ name: `${at}.yaml`, content: '' }))],
])('a ZIP with %s is refused', async (_, bad) => {
  await expect(zipped(bad)).rejects.toMatchObject({ code: 'zip-unusable' })
})

test('what is no ZIP is told so', async () => {
  await expect(openPackZip(Buffer.from('id: a'), 'a.zip')).rejects.toMatchObject({ code: 'file-not-zip' })
  await expect(openPackZip(zipFile(parts).subarray(0, 200), 'a.zip')).rejects.toMatchObject({
    code: 'zip-unusable',
  })
})
