import { defineTexts } from '@jianbao/ui'

export const searchAllTexts = defineTexts('searchAll', {
  zh: {
    field: '全局搜索',
    placeholder: '搜索{{what}}',
    comma: '、',
    open: '打开全局搜索',
    close: '关闭',
    found: '搜索结果',
    places: '功能',
    all: '查看全部结果',
    searching: '正在搜索…',
    nothing: '没有找到“{{words}}”',
    nothingWords: '换一个词，或者只输入名称的一部分。',
    failed: '{{label}}没有查到：{{problem}}',
  },
  en: {
    field: 'Search everything',
    placeholder: 'Search {{what}}',
    comma: ', ',
    open: 'Open the search',
    close: 'Close',
    found: 'Results',
    places: 'Pages',
    all: 'See all results',
    searching: 'Searching…',
    nothing: 'Nothing found for “{{words}}”',
    nothingWords: 'Try another word, or only a part of the name.',
    failed: '{{label}} could not be searched: {{problem}}',
  },
})
