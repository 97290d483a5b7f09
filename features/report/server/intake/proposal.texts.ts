import type { ProposalWarning } from '../../contract/index.ts'

type Texts = Readonly<Record<ProposalWarning['code'], readonly [zh: string, en: string]>>

const texts: Texts = {
  'markup-left-out': [
    '粘贴的是网页或 WPS 的格式，已只取文字。',
    'It was pasted with marks of a web page; only its text was taken.',
  ],
  'macros-left-out': [
    '文件里有宏，没有运行也没有保留，只读取了文字。',
    'The file holds macros; they were neither run nor kept, only its text was read.',
  ],
  'links-left-out': [
    '文件里的外部链接没有打开，只读取了文字。',
    'Links to things outside the file were not followed; only its text was read.',
  ],
  'pictures-left-out': [
    '文件里的图片没有带过来，请在“照片”一栏另外添加。',
    'Pictures in the file were not taken over; please add them under Photos.',
  ],
  'pages-left-out': [
    '文件里有几页是图片，上面的文字没有读到，请核对。',
    'Some pages are pictures whose words were not read; please check.',
  ],
  'characters-repaired': [
    '有些字的编码不规范，已改正，请核对。',
    'Some characters were mended; please check.',
  ],
  'control-characters': [
    '文字里有看不见或损坏的字符，已略去。',
    'Characters that cannot be seen or are broken were left out.',
  ],
  'day-ahead': ['活动时间 {day} 在今天之后，请核对。', 'The day {day} lies ahead; please check it.'],
  'several-activities': [
    '文中有几个日期各不相同的活动，请确认是不是应当分开报送。',
    'The text tells of several activities on different days; they may be several reports.',
  ],
  'own-unit-missing': [
    '文中没有提到“{unit}”，请确认报送单位是否正确。',
    'The text does not speak of {unit}; please check for which unit it is.',
  ],
  'cut-off': [
    '正文超过 {limit} 字，后面的没有填入，请删减或分开报送。',
    'The text is longer than {limit} characters; the rest was left out.',
  ],
}

/** A warning in words; `{name}` is replaced from `words`. */
export function proposalWarning(
  code: ProposalWarning['code'],
  language: 'zh' | 'en',
  words: Readonly<Record<string, string>> = {},
): string {
  return texts[code][language === 'zh' ? 0 : 1].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => words[name] ?? whole,
  )
}
