import type { Messages } from '../engine/errors';

/** What the command line itself has to say. */
export const messages: Messages = {
  zh: {
    noCommand: '缺少命令。用法：banxin <命令> [参数]；banxin --help 列出全部命令',
    unknownCommand: '没有“{command}”这个命令。可用的命令：{commands}（banxin --help 有说明）',
    tooFew: '缺少参数。加 --help 看该命令的用法',
    tooMany: '多出一个参数“{argument}”。名称里有空格时要加引号；加 --help 看用法',
    emptyArgument: '有一个参数是空的。加 --help 看用法',
    badOption: '选项“{option}”不认识、缺少值或多了值。加 --help 看用法',
    badNumber: '{option} 的值“{value}”不对，应为 {least} 到 {most} 之间的数',
    badChoice: '{option} 的值“{value}”不对，可选：{choices}',
    badDate: '--date 的值“{value}”不是有效日期，应写成 2025-03-10 的样子',
    missingTemplate: '缺少 --template。可选：{choices}',
    made: '已新建 {folder}：《{paper}》{date} 第{number}期，共{pages}版',
    progress: '正在导入 {number}/{total}：{file}',
    heldUp: '{folder} 正由 {host} 上的进程 {pid} 改动，等它完成',
  },
  en: {
    noCommand: 'No command given. Usage: banxin <command> [arguments]; banxin --help lists the commands',
    unknownCommand: 'There is no command “{command}”. Commands: {commands} (see banxin --help)',
    tooFew: 'Arguments are missing. Add --help for the usage of this command',
    tooMany: 'One argument too many: “{argument}”. Put names with spaces in quotes; add --help for the usage',
    emptyArgument: 'One of the arguments is empty. Add --help for the usage',
    badOption: 'Option “{option}” is unknown, lacks its value or has one too many. Add --help for the usage',
    badNumber: '{option} cannot be “{value}”: give a number from {least} to {most}',
    badChoice: '{option} cannot be “{value}”: choose from {choices}',
    badDate: '--date cannot be “{value}”: give a calendar date such as 2025-03-10',
    missingTemplate: '--template is missing: choose from {choices}',
    made: 'Made {folder}: {paper}, {date}, number {number}, {pages} page(s)',
    progress: 'importing {number}/{total}: {file}',
    heldUp: '{folder} is being changed by process {pid} on {host}; waiting for it',
  },
};
