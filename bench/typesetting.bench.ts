/**
 * Typesetting speed: a new process, one paragraph edited to PDF and to the preview, a long issue, a magazine of 100
 * pages, memory over many edits, and the same issue through Chromium print and LibreOffice in the same run.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openTypesetter, type Typesetter, typesetDocx } from '@jianbao/typesetting'
import { type BenchResult, rounded } from './result.ts'
import { median, medianMs, p95 } from './timing.ts'
import { article, images, issue, magazine } from './typesetting-issues.ts'
import { chromiumPrintMs, libreOfficeMs } from './typesetting-others.ts'

const allGoals: Readonly<Record<string, number>> = {
  newProcessMs: 500,
  warmEditMs: 30,
  warmPreviewMs: 60,
  pages105Ms: 1000,
  magazine100PagesMs: 1000,
  rssGrowthMiB: 48,
  ratioToChromiumPrint: 50,
}
const atLeast = new Set(['ratioToChromiumPrint'])
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'))
const addresses = { photo: '/photo', second: '/second' }

export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const leftOut: string[] = []
  const figures: Record<string, number> = {}
  const never = { jobs: Number.POSITIVE_INFINITY, rssBytes: Number.POSITIVE_INFINITY }
  const [typesetter, previewer] = [
    openTypesetter({ recycleAfter: never }),
    openTypesetter({ recycleAfter: never }),
  ]
  try {
    figures['pages'] = (await typesetter.typesetPdf(issue(0), { images })).pages
    figures['newProcessMs'] = await newProcessMs(quick ? 5 : 11)
    const edits = quick ? 150 : 600
    if (quick) leftOut.push('450 of the 600 edits over which memory is watched')
    Object.assign(figures, await editMany(typesetter, edits))
    Object.assign(figures, await previewMany(previewer, edits))
    figures['pages105Ms'] = await longIssueMs(typesetter, quick ? 3 : 7)
    Object.assign(figures, await magazineMs(typesetter, quick ? 3 : 7))
    const chromiumMs = await chromiumPrintMs(quick ? 2 : 5, folder, leftOut)
    if (chromiumMs !== null) {
      figures['chromiumPrintMs'] = rounded(chromiumMs, 1)
      figures['ratioToChromiumPrint'] = rounded(chromiumMs / figures['warmEditMs']!, 1)
    }
    const officeMs = await libreOfficeMs(quick ? 1 : 3, folder, leftOut)
    if (officeMs !== null) {
      figures['libreOfficeMs'] = rounded(officeMs, 1)
      figures['ratioToLibreOffice'] = rounded(officeMs / figures['newProcessMs']!, 1)
    }
  } finally {
    await Promise.all([typesetter.close(), previewer.close()])
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
  for (const [key, bytes] of Object.entries(images)) writeFileSync(join(folder, `${key}.jpg`), bytes)
  const script = join(folder, 'typeset.mjs')
  writeFileSync(
    script,
    `import { enableCompileCache } from 'node:module'
    enableCompileCache()
    const { readFileSync, writeFileSync } = await import('node:fs')
    const [, , model, folder, engine] = process.argv
    const { openTypesetter } = await import(engine)
    const typesetter = openTypesetter()
    const images = Object.fromEntries(['photo', 'second'].map(key => [key, readFileSync(folder + '/' + key + '.jpg')]))
    const { pdf } = await typesetter.typesetPdf(JSON.parse(readFileSync(model, 'utf8')), { images })
    writeFileSync(folder + '/issue.pdf', pdf)
    await typesetter.close()`,
  )
  return medianMs(times, async () => {
    const stdio = ['ignore', 'ignore', 'inherit'] as const
    execFileSync(process.execPath, [script, model, folder, engine], { cwd: root, stdio: [...stdio] })
  })
}

/** One paragraph edited to PDF, and how the memory of the typesetting process grows over all of them. */
async function editMany(typesetter: Typesetter, edits: number) {
  for (let warm = 0; warm < 60; warm++) await typesetter.typesetPdf(issue(warm), { images })
  const firstRss = rssMiB(typesetter.childPid)
  const times: number[] = []
  for (let edit = 0; edit < edits; edit++) {
    const started = performance.now()
    await typesetter.typesetPdf(issue(1000 + edit), { images, measure: false })
    times.push(performance.now() - started)
  }
  const lastRss = rssMiB(typesetter.childPid)
  let edit = 0
  const judged = await medianMs(50, async () => {
    await typesetter.typesetPdf(issue(5000 + edit++), { images })
  })
  return {
    edits,
    warmEditJudgedMs: judged,
    warmEditMs: rounded(median(times), 2),
    warmEditP95Ms: rounded(p95(times), 2),
    firstRssMiB: rounded(firstRss, 1),
    lastRssMiB: rounded(lastRss, 1),
    rssGrowthMiB: rounded(lastRss - firstRss, 1),
  }
}

/** One paragraph edited to the pages that changed, as the desk asks for them while somebody types. */
async function previewMany(typesetter: Typesetter, edits: number) {
  let known: string[] = []
  const edit = async (at: number) => {
    const { pages } = await typesetter.previewPages(issue(at), { images, imageAddresses: addresses, known })
    known = pages.map(page => page.hash)
    return pages.flatMap(page => page.svg ?? [])
  }
  for (let warm = 0; warm < 60; warm++) await edit(warm)
  const firstRss = rssMiB(typesetter.childPid)
  const [times, sent]: [number[], string[][]] = [[], []]
  for (let at = 0; at < edits; at++) {
    const started = performance.now()
    sent.push(await edit(1000 + at))
    times.push(performance.now() - started)
  }
  const bytes = sent.map(pages => Buffer.byteLength(pages.join('')))
  const packed = sent.slice(0, 50).map(pages => gzipSync(pages.join(''), { level: 6 }).length)
  return {
    warmPreviewMs: rounded(median(times), 2),
    warmPreviewP95Ms: rounded(p95(times), 2),
    previewPagesSent: median(sent.map(pages => pages.length)),
    previewBytes: median(bytes),
    previewGzipBytes: median(packed),
    previewRssGrowthMiB: rounded(rssMiB(typesetter.childPid) - firstRss, 1),
  }
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

function rssMiB(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) / 1024
}
