import type { SheetForm } from '@jianbao/organisation/server'
import type { Difficulty, QuestionType } from '../../contract/index.ts'

/** What files call types and difficulties; import takes many other words for them. */
export const typeHeads: Readonly<Record<QuestionType, string>> = {
  'true-false': '判断题',
  single: '单选题',
  multiple: '多选题',
  'fill-in': '填空题',
}
export const difficultyHeads: Readonly<Record<Difficulty, string>> = { easy: '易', medium: '中', hard: '难' }

/** The column in which a sheet comes back with what is wrong. */
export const faultHeading = '问题'

const letters = [...'ABCDEFGH'] as const
type Column = SheetForm['columns'][number]
const option = (letter: string): Column => ({
  key: letter,
  heading: `选项${letter}`,
  also: [letter, `${letter}选项`, `选项${letter}:`],
  form: 'line',
  width: 18,
  meaning:
    letter === 'A'
      ? '单选题、多选题必填，2 至 8 个，从 A 起依次填，中间不空。判断题、填空题不填。'
      : '同上。',
  example: letter === 'A' ? '水星' : '',
})

export const questionForm: SheetForm = {
  kind: 'questions',
  title: '题目',
  columns: [
    {
      key: 'type',
      heading: '题型',
      also: ['类型', '试题类型', '题目类型'],
      form: 'line',
      needed: true,
      width: 10,
      meaning: '必填。判断、单选、多选、填空等写法也认。',
      example: '多选题',
      choices: Object.values(typeHeads),
    },
    {
      key: 'stem',
      heading: '题干',
      also: ['题目', '试题', '题目内容', '试题内容'],
      form: 'line',
      needed: true,
      width: 48,
      meaning: '必填，最多 1000 字。填空题的每个空写成（ ）或 ____。',
      example: '下列天体中，属于太阳系行星的有（ ）',
    },
    ...letters.map(option),
    {
      key: 'answer',
      heading: '答案',
      also: ['正确答案', '标准答案', '参考答案'],
      form: 'names',
      needed: true,
      width: 14,
      meaning:
        '必填。判断题写“对”或“错”（√、× 也可）；选择题写字母，如 B、ABD；填空题一个空有几种写法的用；隔开，几个空之间用 | 隔开，如：公转 | 自转；自旋。',
      example: 'ABD',
    },
    {
      key: 'category',
      heading: '类别',
      also: ['分类', '知识点', '类目', '题目类别'],
      form: 'line',
      width: 14,
      meaning: '自己定，如：健康生活。抽题时可以按类别抽。最多 40 字。',
      example: '科学基础',
    },
    {
      key: 'difficulty',
      heading: '难度',
      also: ['难易', '难易程度', '难度等级'],
      form: 'line',
      width: 8,
      meaning: '易、中、难，留空为中。',
      example: '易',
      choices: Object.values(difficultyHeads),
    },
    {
      key: 'explanation',
      heading: '解析',
      also: ['答案解析', '试题解析', '说明'],
      form: 'line',
      width: 40,
      meaning: '答完以后给人看的话，最多 2000 字。',
      example: '月球是地球的卫星。',
    },
    {
      key: 'source',
      heading: '出处',
      also: ['来源', '依据'],
      form: 'line',
      width: 24,
      meaning: '如：《…》第几条。最多 200 字。',
      example: '',
    },
  ],
  examples: [
    {
      type: '判断题',
      stem: '声音可以在真空中传播。',
      answer: '错',
      category: '科学基础',
      difficulty: '易',
      explanation: '真空里没有传声的介质。',
    },
    {
      type: '单选题',
      stem: '太阳系中体积最大的行星是（ ）',
      A: '地球',
      B: '火星',
      C: '木星',
      D: '土星',
      answer: 'C',
      category: '科学基础',
      difficulty: '易',
    },
    {
      type: '多选题',
      stem: '下列天体中，属于太阳系行星的有（ ）',
      A: '水星',
      B: '金星',
      C: '月球',
      D: '海王星',
      answer: 'ABD',
      category: '科学基础',
      difficulty: '中',
    },
    {
      type: '填空题',
      stem: '地球绕太阳转动一周叫作（ ），绕自身的轴转动一周叫作（ ）。',
      answer: '公转 | 自转',
      category: '科学基础',
      difficulty: '中',
    },
  ],
  notes: [
    '一行一道题，一次最多导入 5000 道。有一处不对，全部不导入；可以下载写明问题的表，改好再传。',
    '题库里已有的题（题干和选项相同）不会重复导入。',
    '图片不能随表导入，请在题目页面上传。',
    '导入的题都是待审状态，由另一位同事审核通过后才能用于竞赛。',
  ],
}

export const optionKeys: readonly string[] = letters
