/**
 * Typesetting speed: a new process, one paragraph edited, a long issue, a magazine of 100 pages, memory over many edits,
 * and the same issue through Chromium print and LibreOffice on the same machine in the same run.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import {
  type Bulletin,
  findFaces,
  openTypesetter,
  renderHtml,
  type Typesetter,
  typesetDocx,
} from '@jianbao/typesetting'
import { type BenchResult, rounded } from './result.ts'

const allGoals: Readonly<Record<string, number>> = {
  newProcessMs: 500,
  warmEditMs: 30,
  pages105Ms: 1000,
  magazine100PagesMs: 1000,
  rssGrowthMiB: 48,
  ratioToChromiumPrint: 50,
}
const atLeast = new Set(['ratioToChromiumPrint'])
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const leftOut: string[] = []
  const figures: Record<string, number> = {}
  const typesetter = openTypesetter({ recycleAfter: { jobs: Infinity, rssBytes: Infinity } })
  try {
    await typesetter.typesetPdf(issue(0), { images })
    figures['newProcessMs'] = await newProcessMs(quick ? 5 : 11)
    const edits = quick ? 150 : 600
    if (quick) leftOut.push('450 of the 600 edits over which memory is watched')
    Object.assign(figures, await editMany(typesetter, edits))
    figures['pages105Ms'] = await longIssueMs(typesetter, quick ? 3 : 7)
    Object.assign(figures, await magazineMs(typesetter, quick ? 3 : 7))
    const chromiumMs = await chromiumPrintMs(quick ? 2 : 5, leftOut)
    if (chromiumMs !== null) {
      figures['chromiumPrintMs'] = rounded(chromiumMs, 1)
      figures['ratioToChromiumPrint'] = rounded(chromiumMs / figures['warmEditMs']!, 1)
    }
    const officeMs = await libreOfficeMs(quick ? 1 : 3, leftOut)
    if (officeMs !== null) {
      figures['libreOfficeMs'] = rounded(officeMs, 1)
      figures['ratioToLibreOffice'] = rounded(officeMs / figures['newProcessMs']!, 1)
    }
  } finally {
    await typesetter.close()
    rmSync(folder, { recursive: true, force: true })
  }
  // What could not be measured here has no goal here; it stands in `leftOut`.
  const goals = Object.fromEntries(Object.entries(allGoals).filter(([name]) => figures[name] !== undefined))
  const met = Object.entries(goals).every(([name, goal]) =>
    atLeast.has(name) ? figures[name]! >= goal : figures[name]! <= goal,
  )
  return { figures, goals, met, leftOut }
}

/** A process of its own from start to exit: reads the model, writes the PDF. */
async function newProcessMs(times: number): Promise<number> {
  const engine = import.meta.resolve('@jianbao/typesetting/pdf')
  const model = join(folder, 'issue.json')
  writeFileSync(model, JSON.stringify(issue(0)))
  writeFileSync(join(folder, 'photo.jpg'), images.photo)
  const script = join(folder, 'typeset.mjs')
  writeFileSync(
    script,
    `import { enableCompileCache } from 'node:module'
    enableCompileCache()
    const { readFileSync, writeFileSync } = await import('node:fs')
    const { openTypesetter } = await import(process.argv[5])
    const typesetter = openTypesetter()
    const images = { photo: readFileSync(process.argv[3]) }
    const { pdf } = await typesetter.typesetPdf(JSON.parse(readFileSync(process.argv[2], 'utf8')), { images })
    writeFileSync(process.argv[4], pdf)
    await typesetter.close()`,
  )
  const args = [script, model, join(folder, 'photo.jpg'), join(folder, 'issue.pdf'), engine]
  return medianMs(times, async () => {
    execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  })
}

/** One paragraph edited to PDF, and how the memory of the typesetting process grows over all of them. */
async function editMany(typesetter: Typesetter, edits: number) {
  for (let warm = 0; warm < 60; warm++) await typesetter.typesetPdf(issue(warm), { images })
  const before = rssMiB(typesetter.childPid)
  const times: number[] = []
  for (let edit = 0; edit < edits; edit++) {
    const started = performance.now()
    await typesetter.typesetPdf(issue(1000 + edit), { images })
    times.push(performance.now() - started)
  }
  const growth = rssMiB(typesetter.childPid) - before
  return { warmEditMs: rounded(median(times), 2), rssGrowthMiB: rounded(growth, 1), edits }
}

async function longIssueMs(typesetter: Typesetter, times: number): Promise<number> {
  let round = 0
  const long = () => ({
    ...issue(round++),
    columns: [{ name: '长文', articles: [article('青山市科协全年工作回顾', 775, round, true)] }],
  })
  const { pages } = await typesetter.typesetPdf(long())
  if (pages < 105) throw new Error(`the long issue has only ${pages} pages`)
  return medianMs(times, async () => {
    await typesetter.typesetPdf(long())
  })
}

/** A magazine of 100 pages, no paragraph of it set before: warm, and as Word. */
async function magazineMs(typesetter: Typesetter, times: number) {
  let round = 0
  const { pages } = await typesetter.typesetPdf(magazine(round++))
  if (pages < 100 || pages > 110) throw new Error(`the magazine has ${pages} pages`)
  const pdf = await medianMs(times, async () => {
    await typesetter.typesetPdf(magazine(round++))
  })
  const docx = await medianMs(times, async () => {
    await typesetDocx(magazine(round++))
  })
  return { magazine100PagesMs: pdf, magazinePages: pages, magazineDocxMs: docx }
}

/** The HTML of the issue, in the same faces, printed to A4 by a browser that is already open, as a server would keep it. */
async function chromiumPrintMs(times: number, leftOut: string[]): Promise<number | null> {
  const { default: chromium } = await import('@sparticuz/chromium')
  const { chromium: playwright } = await import('playwright-core')
  // Its usual arguments are for one request in one process; a server would keep the browser.
  const args = chromium.args.filter(arg => arg !== '--single-process' && arg !== '--no-zygote')
  const browser = await playwright
    .launch({ executablePath: await chromium.executablePath(), args, headless: true })
    .catch((error: Error) => {
      leftOut.push(`Chromium print: ${error.message.split('\n')[0]}`)
      return null
    })
  if (!browser) return null
  try {
    const file = join(folder, 'issue.html')
    let round = 0
    const print = async () => {
      const html = renderHtml(issue(2000 + round++), { images, standalone: true })
      writeFileSync(file, html.replace('</head>', `<style>${fontFaces()}</style></head>`))
      const page = await browser.newPage()
      await page.goto(`file://${file}`, { waitUntil: 'load' })
      await page.evaluate('document.fonts.ready')
      await page.pdf({ preferCSSPageSize: true, tagged: true })
      await page.close()
    }
    await print()
    return await medianMs(times, print)
  } finally {
    await browser.close()
  }
}

/** The faces of the PDF for the browser, under the family names the stylesheet asks for first. */
function fontFaces(): string {
  const unpacked = join(root, 'node_modules/.cache/jianbao-fonts')
  const names = {
    fangsong: 'FangSong',
    biaosong: 'FZXiaoBiaoSong-B05S',
    kai: 'KaiTi',
    hei: 'SimHei',
    song: 'SimSun',
  }
  return Object.values(findFaces().faces)
    .filter(face => face !== null)
    .map(face => {
      const name = basename(face.file, '.woff2')
      const plain = existsSync(unpacked) && readdirSync(unpacked).find(entry => entry.startsWith(name))
      const file = plain ? join(unpacked, plain) : face.file
      return `@font-face{font-family:"${names[face.role]}";src:url("file://${file}")}`
    })
    .join('\n')
}

async function libreOfficeMs(times: number, leftOut: string[]): Promise<number | null> {
  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(
    existsSync,
  )
  if (!office) {
    leftOut.push('LibreOffice: not installed')
    return null
  }
  const source = join(folder, 'issue.docx')
  writeFileSync(source, await typesetDocx(issue(0), { images }))
  const args = [
    `-env:UserInstallation=file://${folder}/office`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ]
  const convert = async () => {
    await promisify(execFile)(office, [...args, source])
  }
  await convert()
  return medianMs(times, convert)
}

async function medianMs(times: number, work: () => Promise<void>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < times; round++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return rounded(median(taken), 1)
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function rssMiB(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) / 1024
}

const sentence =
  '为把学习成果落到实处，青山市科协组织科普志愿者走进社区，围绕健康生活、防灾避险和节能环保开展“科普进万家”活动，发放资料2000余份，现场解答群众咨询300多人次。'

/** Paragraphs of one kind; `edit` changes the second of them, or every one, so that nothing set before is used again. */
function article(
  headline: string,
  paragraphs: number,
  edit = 0,
  everyOne = false,
): Bulletin['columns'][number]['articles'][number] {
  const text = (index: number) => `${everyOne || index === 1 ? `${index}之${edit}。` : ''}${sentence}`
  return {
    kind: 'article',
    headline,
    contributor: null,
    blocks: Array.from({ length: paragraphs }, (_, index) => ({ type: 'paragraph', text: text(index) })),
  }
}

/** An issue of six pages with a photo; `edit` changes one paragraph. */
function issue(edit: number): Bulletin {
  const lead = article('青山省科协召开学习教育推进会 部署下一阶段科普服务任务', 8, edit)
  lead.blocks.splice(3, 0, { type: 'figure', image: 'photo', alt: '推进会现场', caption: '推进会现场' })
  const briefs = Array.from({ length: 10 }, () => ({ type: 'item' as const, text: sentence }))
  return {
    schema: 'jianbao-bulletin/1',
    series: '青山省科协学习教育简报',
    issueNo: 7,
    publisher: '学习教育领导小组办公室',
    date: '2023-05-09',
    columns: [
      { name: '要情快报', articles: [lead] },
      { name: '经验交流', articles: [article('松岭县科协“三个一”推动学习教育走深走实', 8)] },
      { name: '学教短波', articles: [{ kind: 'briefs', headline: null, contributor: null, blocks: briefs }] },
    ],
    distribution: [
      { to: '报', entries: ['省委学习教育领导小组办公室', '省科协领导'] },
      { to: '送', entries: ['各市、县科协', '各省级学会、协会、研究会'] },
    ],
  }
}

/** Twelve columns of features and notes; `edit` changes every paragraph. */
function magazine(edit: number): Bulletin {
  const columns = Array.from({ length: 12 }, (_, at) => ({
    name: `第${at + 1}栏`,
    articles: [
      ...Array.from({ length: 5 }, (_, place) =>
        article(`青山市科协第${at * 5 + place + 1}次推进会部署下半年重点任务`, 26, edit, true),
      ),
      ...Array.from({ length: 6 }, (_, place) => article(`松岭县简讯之${place + 1}`, 2, edit, true)),
    ],
  }))
  return { ...issue(edit), layout: 'magazine', series: '青山科坛', runningNo: 63, columns }
}

const images = { photo: picture(1600, 1064) }

/** A grey JPEG of squares, DC coefficients only: the size and format of a photo, without anybody's photo. */
function picture(width: number, height: number): Buffer {
  let bits = ''
  let before = 0
  for (let block = 0; block < (width / 8) * (height / 8); block++) {
    const level = Math.round(28 * Math.sin(block / 37) + 28 * Math.cos(block / 1100))
    const step = level - before
    before = level
    const size = step === 0 ? 0 : 32 - Math.clz32(Math.abs(step))
    const value = step < 0 ? step + 2 ** size - 1 : step
    const difference = size > 0 ? value.toString(2).padStart(size, '0') : ''
    bits += `${size.toString(2).padStart(3, '0')}${difference}0`
  }
  const bytes = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/gu) ?? []).map(byte =>
    parseInt(byte, 2),
  )
  const quantum = [0xff, 0xdb, 0, 67, 0, ...Array(64).fill(16)]
  const frame = [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]
  // Seven codes of three bits for the sizes of DC steps, one of a single bit for the end of a block.
  const dc = [0xff, 0xc4, 0, 26, 0, 0, 0, 7, ...Array(13).fill(0), 0, 1, 2, 3, 4, 5, 6]
  const ac = [0xff, 0xc4, 0, 20, 0x10, 1, ...Array(15).fill(0), 0]
  const scan = [
    0xff,
    0xda,
    0,
    8,
    1,
    1,
    0,
    0,
    63,
    0,
    ...bytes.flatMap(byte => (byte === 255 ? [255, 0] : [byte])),
  ]
  return Buffer.from([0xff, 0xd8, ...quantum, ...frame, ...dc, ...ac, ...scan, 0xff, 0xd9])
}
