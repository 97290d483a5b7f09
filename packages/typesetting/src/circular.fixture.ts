/** Invented circulars for tests: a valid one, with what the test is about put over it. */
import type { Circular, CircularBlock, CircularTable } from './circular.contract.ts'

export const words = (text: string): CircularBlock => ({ type: 'paragraph', text })

const towns = ['青山', '松岭', '河口', '石桥', '白塔', '望江', '临湖', '清泉', '云门', '柳河', '南坪', '北川']

/** Ranks of so many units, the first two of them equal. */
export function rankTable(count: number, table: Partial<CircularTable> = {}): CircularTable {
  return {
    type: 'table',
    caption: '信息采用情况一览表',
    columns: [
      { name: '名次', side: 'center' },
      { name: '单位' },
      { name: '报送' },
      { name: '采用' },
      { name: '采用率' },
      { name: '得分' },
    ],
    rows: Array.from({ length: count }, (_, at) => [
      String(Math.max(1, at)),
      `${towns[at % towns.length]}${at < towns.length ? '市' : `第${at}`}科协`,
      String(count * 2 - at),
      String(count - at),
      `${(100 - (at * 90) / count).toFixed(1)}%`,
      String((count - at) * 5),
    ]),
    ...table,
  }
}

export function makeCircular(circular: Partial<Circular> = {}): Circular {
  return {
    schema: 'jianbao-circular/1',
    issuer: '青山省科学技术协会办公室',
    docNumber: '青科协办〔2023〕18号',
    title: '关于2023年二季度学习教育信息报送和采用情况的通报',
    to: ['各市、县科协', '各省级学会、协会、研究会'],
    blocks: [
      words('2023年二季度，各单位围绕学习教育工作安排，及时总结、积极报送，现将有关情况通报如下。'),
      { type: 'heading', level: 1, text: '总体情况' },
      words('本季度应报送信息124篇，实际收到108篇；采用62篇，采用率57.4%，比上季度提高3.1个百分点。'),
      { type: 'heading', level: 2, text: '报送情况' },
      words('从报送数量看，省辖市科协报送76篇，省级学会报送32篇。'),
      { type: 'heading', level: 3, text: '省辖市科协' },
      { type: 'heading', level: 4, text: '按时报送' },
      words('12个市科协全部按时报送。'),
      { type: 'heading', level: 2, text: '采用情况' },
      words('采用篇数居前三位的是青山市科协、松岭市科协、河口市科协。'),
      { type: 'heading', level: 1, text: '各单位名次' },
      rankTable(12),
      {
        type: 'note',
        text: '注：省级要情采用一篇计15分，短波采用一篇计5分；得分相同的名次并列，名次按省辖市科协、省级学会分别排列。',
      },
      { type: 'heading', level: 1, text: '下一步要求' },
      words('请未完成报送任务的单位认真查找原因，于7月15日前补报，并加强信息员队伍建设，提高信息质量。'),
    ],
    attachments: [],
    signedBy: ['青山省科学技术协会办公室'],
    date: '2023-07-06',
    remark: null,
    ...circular,
  }
}

/** Nothing but what the schema insists on. */
export const bareCircular: Circular = {
  schema: 'jianbao-circular/1',
  issuer: null,
  title: '',
  to: [],
  blocks: [],
  signedBy: [],
  date: null,
}
