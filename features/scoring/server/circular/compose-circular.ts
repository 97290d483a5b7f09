/** The words of a circular (通报), as an experienced clerk writes them: nothing is said of what there is none of. */
import type { Circular, CircularBlock } from '@jianbao/typesetting/contract'
import { type CircularFigures, periodWords } from '../../contract/index.ts'
import { dayWords } from './day-words.ts'
import { commissionWords, taskWords } from './duty-words.ts'
import { rankTables, totalWords, zeroWords } from './rank-words.ts'
import { ruleNotes } from './rule-notes.ts'

/** What is written by hand around the figures. */
export type CircularWords = {
  readonly docNumber: string
  /** Paragraphs, a line feed between them. */
  readonly opening: string
  readonly closing: string
  /** 成文日期 */
  readonly date: string
}

/** The whole document from figures and words; the same figures give the same document. */
export function composeCircular(figures: CircularFigures, words: CircularWords): Circular {
  return {
    schema: 'jianbao-circular/1',
    issuer: figures.unitName,
    docNumber: words.docNumber.trim() || null,
    title: circularTitle(figures),
    to: addressees(figures),
    blocks: [
      ...paragraphs(words.opening),
      ...section('总体情况', totalWords(figures)),
      ...section('采用名次', rankTables(figures)),
      ...section('零采用单位', zeroWords(figures)),
      ...section('规定动作完成情况', taskWords(figures)),
      ...section('约稿完成情况', commissionWords(figures)),
      ...section('有关要求', paragraphs(words.closing)),
      ...ruleNotes(figures),
    ],
    signedBy: [figures.unitName],
    date: words.date,
    remark: null,
  }
}

/** 关于2021年三季度党史学习教育信息报送和采用情况的通报 */
export function circularTitle(figures: CircularFigures): string {
  return `关于${periodWords(figures.period)}${workWords(figures)}信息报送和采用情况的通报`
}

/** 2026年党史学习教育 is 党史学习教育 where the year was just named. */
function workWords({ period, campaignName }: CircularFigures): string {
  const year = period.slice(0, 4)
  return campaignName.replace(new RegExp(`^${year}年(?:度)?(?=.)`, 'u'), '')
}

/** What stands at the beginning until somebody writes otherwise. */
export function usualOpening(figures: CircularFigures): string {
  const { period, totals, until, to } = figures
  const [name, work] = [periodWords(period), workWords(figures)]
  if (totals.reported === 0)
    return `现将${name}${work}信息报送和采用情况通报如下。${until < to ? `统计截至${dayWords(until)}。` : ''}`
  const counted = until < to ? `，统计截至${dayWords(until)}` : ''
  return `${name}，各单位围绕${work}工作安排，及时总结进展、积极报送信息。现将有关情况通报如下${counted}。`
}

/** The request at the end, by what is lacking. */
export function usualClosing({ tasks, classes, period }: CircularFigures): string {
  const next = period.includes('Q') ? '下季度' : '下月'
  const silent = tasks.some(task => task.silentCount > 0)
  const zero = classes.some(({ units }) => units.some(unit => unit.adopted === 0))
  if (!silent && !zero) return `请各单位继续保持，突出重点、提高质量，做好${next}信息报送工作。`
  const asks = [
    zero ? '零采用单位要查找原因、明确专人，提高信息质量' : '',
    silent ? '尚未完成规定动作的单位要抓紧补报' : '',
  ].filter(Boolean)
  return `请各单位对照检查，${asks.join('；')}。${next}继续通报各单位报送和采用情况。`
}

/** 各省辖市科协，各省级学会： */
function addressees({ classes }: CircularFigures): string[] {
  const named = classes.filter(({ units }) => units.length > 0).map(({ name }) => name)
  if (named.length === 0 || named.length > 4) return ['各有关单位']
  return named.map(name => (/^[各全]/u.test(name) ? name : `各${name}`))
}

function paragraphs(text: string): CircularBlock[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => ({ type: 'paragraph', text: line }))
}

function section(title: string, blocks: readonly CircularBlock[]): CircularBlock[] {
  return blocks.length === 0 ? [] : [{ type: 'heading', level: 1, text: title }, ...blocks]
}
