/** Invented issues for the bench of typesetting, and pictures without anybody's photo. */
import type { Bulletin } from '@jianbao/typesetting'

const sentence =
  '为把学习成果落到实处，青山市科协组织科普志愿者走进社区，围绕健康生活、防灾避险和节能环保开展“科普进万家”活动，发放资料2000余份，现场解答群众咨询300多人次。'

/** Paragraphs of one kind; `edit` changes the second of them, or every one, so that nothing set before is used again. */
export function article(
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

/** An issue of six pages with two photos; `edit` changes one paragraph. */
export function issue(edit: number): Bulletin {
  const lead = article('青山省科协召开学习教育推进会 部署下一阶段科普服务任务', 8, edit)
  lead.blocks.splice(3, 0, { type: 'figure', image: 'photo', alt: '推进会现场', caption: '推进会现场' })
  const second = article('松岭县科协“三个一”推动学习教育走深走实', 8)
  second.blocks.splice(5, 0, { type: 'figure', image: 'second', alt: '宣讲现场', caption: '宣讲现场' })
  const briefs = Array.from({ length: 10 }, () => ({ type: 'item' as const, text: sentence }))
  return {
    schema: 'jianbao-bulletin/1',
    series: '青山省科协学习教育简报',
    issueNo: 7,
    publisher: '学习教育领导小组办公室',
    date: '2023-05-09',
    columns: [
      { name: '要情快报', articles: [lead] },
      { name: '经验交流', articles: [second] },
      { name: '学教短波', articles: [{ kind: 'briefs', headline: null, contributor: null, blocks: briefs }] },
    ],
    distribution: [
      { to: '报', entries: ['省委学习教育领导小组办公室', '省科协领导'] },
      { to: '送', entries: ['各市、县科协', '各省级学会、协会、研究会'] },
    ],
  }
}

/** Twelve columns of features and notes; `edit` changes every paragraph. */
export function magazine(edit: number): Bulletin {
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

export const images = { photo: picture(1600, 1064), second: picture(1200, 800) }

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
