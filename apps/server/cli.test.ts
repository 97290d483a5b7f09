import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntakeDocument } from '@jianbao/intake'
import { Value } from 'typebox/value'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bulletin = `星海市科协科学素质行动 简报

第 7 期

科学素质行动领导小组办公室

2022 年 5 月 9 日

【工作动态】

星海市科协举办乡村科普讲座

5月6日，星海市科协在临江镇文化站举办乡村科普讲座，320余名村民到场听讲，发放图册450份。

送：各县（区）科协，市科协机关各部室。
`

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function jianbao(...args: string[]) {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

describe('jianbao intake', () => {
  it('prints one JSON object of the contract and nothing else', () => {
    const { code, out, error } = jianbao('intake', file('seven.txt', bulletin), '--json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    const document = JSON.parse(out)
    expect([...Value.Errors(IntakeDocument, document)]).toEqual([])
    expect(document.issueNo).toBe(7)
    expect(document.date).toBe('2022-05-09')
    expect(document.columns[0].articles[0].headline).toBe('星海市科协举办乡村科普讲座')
  })

  it.each([
    ['GB18030', () => Buffer.from(gb18030('第 3 期\n【要闻】\n标题一行\n正文第一段。\n'))],
    ['UTF-16 with its mark', () => Buffer.from(`\uFEFF${bulletin}`, 'utf16le')],
    ['UTF-16 with a lone surrogate', () => Buffer.from(`\uFEFF${bulletin}\uD800`, 'utf16le')],
    ['control characters', () => Buffer.from(`${bulletin}\u0007\u001b[31m\u0000`.replace('\u0000', ''))],
    ['100,000 blank lines', () => Buffer.from(bulletin.replace('【', `${'\n'.repeat(100_000)}【`))],
    ['two bulletins', () => Buffer.from(`${bulletin}\n${bulletin.replace('7 期', '8 期')}`)],
    [
      'no number, date or column',
      () => Buffer.from('市科协开展科普活动\n\n科普志愿者走进社区，受到欢迎。\n'),
    ],
  ])('reads %s', (name, content) => {
    const { code, out, error } = jianbao('intake', file(`${name}.txt`, content()), '--json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(JSON.parse(out).schema).toBe('jianbao-document/1')
  })

  const bad: [string, () => string, RegExp][] = [
    ['an empty file', () => file('empty.txt', ''), /empty\.txt.*空/],
    ['only blanks', () => file('blank.txt', ' \n\n'), /blank\.txt/],
    [
      'a binary file',
      () => file('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
      /photo\.txt/,
    ],
    ['bytes of no encoding', () => file('broken.txt', noise()), /broken\.txt/],
    ['200 MB', huge, /huge\.txt.*20/],
    ['a missing file', () => join(folder, 'missing.txt'), /missing\.txt.*不存在/],
    ['a folder', () => folderNamed('folder'), /folder.*文件夹/],
    ['no right to read', locked, /locked\.txt/],
  ]
  it.each(bad)('refuses %s with exit 2 and one line', (name, make, line) => {
    // The superuser may read everything.
    if (name === 'no right to read' && process.getuid?.() === 0) return
    const { code, out, error } = jianbao('intake', make(), '--json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(line)
    expect(error.trim().split('\n')).toHaveLength(1)
  })

  it('refuses a register that is none, naming its place', () => {
    const units = file('units.csv', 'not,a,register\n1,2\n')
    const { code, error } = jianbao('intake', file('seven.txt', bulletin), '--units', units)
    expect(code).toBe(2)
    expect(error).toMatch(/units\.csv/)
  })

  it('refuses unknown options and commands with the usage', () => {
    expect(jianbao('intake', '--nonsense').error).toMatch(/没有 --nonsense 这个选项/)
    expect(jianbao('nonsense').error).toMatch(/nonsense/)
    expect(jianbao('constructor').code).toBe(2)
  })
})

describe('jianbao typeset', () => {
  it.each(['pdf', 'docx', 'html', 'txt'])('sets a bulletin text as %s', kind => {
    const out = join(folder, `out.${kind}`)
    expect(jianbao('typeset', file('seven.txt', bulletin), '-o', out)).toEqual({
      code: 0,
      out: '',
      error: '',
    })
    const magic = { pdf: '%PDF', docx: 'PK', html: '<!doctype html>', txt: '' }[kind]!
    expect(readFileSync(out).subarray(0, magic.length).toString().toLowerCase()).toBe(magic.toLowerCase())
  })

  it('sets each bulletin of a file that holds several, and says so', () => {
    const two = file('two.txt', `${bulletin}\n${bulletin.replace('7 期', '8 期')}`)
    const { code, out } = jianbao('typeset', two, '-o', join(folder, 'both.txt'))
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(2)
    expect(readFileSync(join(folder, 'both.txt'), 'utf8')).toContain('第 7 期')
    expect(readFileSync(join(folder, 'both-2.txt'), 'utf8')).toContain('第 8 期')
  })

  it('prints the run that the manuscript names, and takes 第0期 for no number', () => {
    const run = file('run.txt', `${bulletin.replace('7 期', '0 期')}\n（共印 150 份）\n`)
    const read = JSON.parse(jianbao('intake', run, '--json').out)
    expect([read.printRun, read.issueNo]).toEqual([150, null])
    expect(jianbao('typeset', run, '-o', join(folder, 'run.txt.out.txt')).code).toBe(0)
    expect(readFileSync(join(folder, 'run.txt.out.txt'), 'utf8')).toContain('共印150份')
  })

  it('takes what intake printed', () => {
    const json = file('seven.json', jianbao('intake', file('seven.txt', bulletin), '--json').out)
    const out = join(folder, 'again.txt')
    expect(jianbao('typeset', json, '-o', out).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('320余名村民')
  })

  it.each([
    ['broken JSON', '{"schema": '],
    ['JSON of another shape', '{"schema":"jianbao-document/1"}'],
    ['a bulletin with an unknown field', '{"schema":"jianbao-bulletin/1","x":1}'],
  ])('refuses %s with exit 2 and one line', (name, text) => {
    const { code, error } = jianbao('typeset', file(`${name}.json`, text), '-o', join(folder, 'no.pdf'))
    expect(code).toBe(2)
    expect(error.trim().split('\n')).toHaveLength(1)
    expect(error).toContain(`${name}.json`)
  })

  it('refuses an output it cannot write', () => {
    expect(jianbao('typeset', file('seven.txt', bulletin), '-o', join(folder, 'x.doc')).code).toBe(2)
    const nowhere = jianbao('typeset', file('seven.txt', bulletin), '-o', join(folder, 'no/where/x.txt'))
    expect(nowhere.code).toBe(2)
    expect(nowhere.error).toMatch(/无法写入：文件或文件夹不存在/)
  })
})

describe('manuscripts of other kinds', () => {
  it.each(['docx', 'pdf'])(
    'a %s that Jianbao made is read as the text it was made from, and set again',
    kind => {
      const text = file('eight.txt', bulletin.replace('7 期', '8 期'))
      const made = join(folder, `eight.${kind}`)
      expect(jianbao('typeset', text, '-o', made).code).toBe(0)
      const { code, out, error } = jianbao('intake', made, '--json')
      expect({ code, error }).toEqual({ code: 0, error: '' })
      const document = JSON.parse(out)
      expect([...Value.Errors(IntakeDocument, document)]).toEqual([])
      expect([document.issueNo, document.columns[0].articles[0].headline]).toEqual([
        8,
        '星海市科协举办乡村科普讲座',
      ])
      const again = join(folder, `eight-${kind}.txt`)
      expect(jianbao('typeset', made, '-o', again).code).toBe(0)
      expect(readFileSync(again, 'utf8')).toContain('320余名村民')
    },
  )

  it('reads a picture only with --recognise, showing its pages on stderr', { timeout: 90_000 }, () => {
    const scan = join(import.meta.dirname, '../../packages/intake/fixtures/58-scan.png')
    const refused = jianbao('intake', scan)
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.error).toMatch(/^jianbao: “58-scan\.png”是图片.*--recognise.*\n$/)
    const { code, out, error } = jianbao('intake', scan, '--recognise')
    expect({ code, error }).toEqual({ code: 0, error: '识别文字 1/1 页\n' })
    expect(out).toContain('星海市科协举办乡村科普讲座')
  })

  it.each([
    ['a PDF cut off', '%PDF-1.7\n1 0 obj'],
    ['a DOCX cut off', 'PK\u0003\u0004abc'],
    ['a ZIP', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')],
  ])('refuses %s with exit 2 and one line naming it', (name, content) => {
    const { code, out, error } = jianbao('intake', file(`${name}.txt`, content))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(error).toMatch(new RegExp(`^jianbao: “${name}\\.txt”.*\\n$`))
  })
})

/** High bytes without order: no Chinese in any encoding. */
function noise(): Buffer {
  return Buffer.from(Array.from({ length: 999 }, (_, i) => 0x80 | ((i * i * 31 + i * 17) % 128)))
}

function huge(): string {
  const path = file('huge.txt', '第一行\n')
  truncateSync(path, 200 * 1024 * 1024)
  return path
}

function folderNamed(name: string): string {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  return path
}

function locked(): string {
  const path = file('locked.txt', bulletin)
  chmodSync(path, 0)
  return path
}

/** Node writes no GB18030 of its own; the few characters needed are looked up through its decoder. */
function gb18030(text: string): number[] {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return [...text].flatMap(character => codes.get(character) ?? [character.charCodeAt(0)])
}
