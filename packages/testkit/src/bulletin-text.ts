/** The text of an invented bulletin; every part can be replaced. */
export function bulletinText(
  parts: {
    series?: string
    number?: number
    publisher?: string
    date?: string
    headline?: string
    body?: string
  } = {},
): string {
  const {
    series = '青禾市科协专项工作简报',
    number = 3,
    publisher = '青禾市科协专项工作领导小组办公室',
    date = '2021年5月12日',
    headline = '青禾市科协举办科普讲座',
    body = '5月10日，青禾市科协在市科技馆举办科普讲座，120人参加。',
  } = parts
  return `${series}\n第${number}期\n${publisher}  ${date}\n\n【学教动态】\n${headline}\n${body}\n`
}
