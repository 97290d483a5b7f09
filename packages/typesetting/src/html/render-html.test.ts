import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareBulletin, hostileText, makeArticle, makeBulletin, paragraph } from '../bulletin.fixture.ts'
import type { Block } from '../contract.ts'
import { makeMagazine } from '../magazine.fixture.ts'
import { renderHtml } from './render-html.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const tagsOf = (html: string) => html.match(/<[^>]*>/gu) ?? []

describe('renderHtml', () => {
  it('prints everything the bulletin says', () => {
    const html = renderHtml(makeBulletin({ secrecy: '内部', copyNo: '000012', printRun: 90 }))
    for (const text of [
      '简报',
      '第 7 期',
      '2023年5月9日',
      '【要情快报】',
      '报：',
      '省科协领导。',
      '内部',
      '000012',
      '共印90份',
    ])
      expect(html).toContain(text)
    expect(html).toContain('<time datetime="2023-05-09">')
  })

  it('stands alone without script, handlers or anything fetched', () => {
    const html = renderHtml(makeBulletin(), { standalone: true })
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/u)
    expect(html).not.toMatch(/<script|<link|@import|url\(|https?:/u)
  })

  it('escapes every field: no tag comes from the text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<img src=x onerror=alert(1)>', '"><b>', "' onload='", '&lt;', hostileText),
    )
    const known =
      /^<\/?(?:article|header|h[1-6]|p|span|time|section|ul|li|blockquote|figure|figcaption|footer|dl|dt|dd|wbr)(?: (?:class|lang|datetime)="[\w\- ]*")*>$/u
    fc.assert(
      fc.property(anyText, text => {
        const blocks: Block[] = [
          paragraph(text),
          { type: 'heading', level: 2, text },
          { type: 'item', text },
          { type: 'quote', text },
          { type: 'figure', image: text, alt: text, caption: text },
        ]
        const columns = [
          { name: text, articles: [makeArticle({ headline: text, contributor: text, blocks })] },
        ]
        const fields = {
          series: text,
          publisher: text,
          secrecy: text,
          copyNo: text,
          columns,
          attachments: [{ title: text, blocks }],
        }
        const html = renderHtml(makeBulletin({ ...fields, distribution: [{ to: text, entries: [text] }] }))
        for (const tag of tagsOf(html)) expect(tag).toMatch(known)
      }),
    )
  })

  it('skips no heading level, whatever is missing', () => {
    const heading = (level: 1 | 2 | 3): Block => ({ type: 'heading', level, text: '做法' })
    const columns = [
      {
        name: null,
        articles: [makeArticle({ headline: null, blocks: [heading(3), heading(1), heading(2)] })],
      },
      { name: '乙', articles: [makeArticle({ blocks: [heading(2), heading(3)] }), makeArticle()] },
    ]
    const levels = [...renderHtml(makeBulletin({ columns })).matchAll(/<h(\d)/gu)].map(match =>
      Number(match[1]),
    )
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1)
      return level
    }, 0)
  })

  it('takes images as bytes or address, and refuses addresses that run or leave the site unasked', () => {
    const figure: Block = { type: 'figure', image: 'a', alt: '会场', caption: null }
    const page = makeBulletin({ columns: [{ name: null, articles: [makeArticle({ blocks: [figure] })] }] })
    expect(renderHtml(page, { images: { a: png } })).toContain(
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="会场"',
    )
    expect(renderHtml(page, { images: { a: '/files/7.jpg' } })).toContain('src="/files/7.jpg"')
    for (const address of [
      'javascript:alert(1)',
      '//evil.example/x.png',
      '/\\evil.example',
      'data:text/html,x',
    ])
      expect(renderHtml(page, { images: { a: address } })).toContain('［图片：会场］')
    expect(renderHtml(page)).toContain('［图片：会场］')
  })

  it('makes a page of a bulletin that says nothing', () => {
    expect(renderHtml(bareBulletin)).toContain('简报')
    expect(renderHtml(bareBulletin)).not.toContain('jianbao-imprint')
  })
})

describe('a magazine', () => {
  it('has a cover, and a table of contents that leads to every column and headline', () => {
    const html = renderHtml(makeMagazine())
    expect(html).toContain('class="jianbao jianbao-magazine"')
    expect(html).toContain('第 3 期（总第 63 期）')
    const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(match => match[1])
    expect(targets).toHaveLength(9)
    for (const id of targets) expect(html.split(`id="${id}"`)).toHaveLength(2)
    expect(html).toContain('<p class="jianbao-byline">供稿：青山市科协</p>')
    expect(html).toContain('<span class="jianbao-subtitle">——科普大篷车十年纪实</span>')
  })

  it('skips no level of headings and escapes what it is given', () => {
    const text = '"><img src=x onerror=alert(1)>'
    const html = renderHtml(
      makeMagazine({
        series: text,
        publisher: text,
        columns: [
          { name: null, articles: [makeArticle({ headline: text, subtitle: text, contributor: text })] },
          { name: text, articles: [makeArticle({ headline: text }), makeArticle({ headline: null })] },
        ],
      }),
    )
    expect(html).not.toContain('<img')
    const levels = [...html.matchAll(/<h([1-6])/gu)].map(match => Number(match[1]))
    expect(levels[0]).toBe(1)
    for (const [at, level] of levels.entries())
      if (at > 0) expect(level - levels[at - 1]!).toBeLessThanOrEqual(1)
  })
})
