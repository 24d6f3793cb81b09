/**
 * The texts of VS Code itself that stand in the images, as its Chinese language pack has them: by
 * module and key. The pack is on the marketplace only, which tests do not use.
 */
export const workbenchTexts = {
  'vs/editor/contrib/codeAction/browser/codeActionMenu': {
    'codeAction.widget.id.quickfix': '快速修复',
  },
  'vs/editor/contrib/hover/browser/markerHoverParticipant': {
    'quick fixes': '快速修复...',
    'view problem': '查看问题',
  },
  'vs/workbench/browser/parts/editor/editorStatus': {
    singleSelection: '行 {0}，列 {1}',
    singleSelectionRange: '行 {0}，列 {1} (已选择{2})',
    spacesSize: '空格: {0}',
  },
  'vs/workbench/contrib/debug/browser/debug.contribution': { debugPanel: '调试控制台' },
  'vs/workbench/contrib/files/browser/explorerViewlet': { explore: '资源管理器' },
  'vs/workbench/contrib/markers/browser/messages': {
    'markers.panel.at.ln.col.number': '[行 {0}，列 {1}]',
    'markers.panel.filter.placeholder':
      '筛选器(例如 text、**/*.ts、!**/node_modules/**、@source:ts)',
    'markers.panel.title.problems': '问题',
  },
  'vs/workbench/contrib/outline/browser/outline.contribution': { name: '大纲' },
  'vs/workbench/contrib/output/browser/output.contribution': { output: '输出' },
  'vs/workbench/contrib/remote/browser/remoteExplorer': { ports: '端口' },
  'vs/workbench/contrib/terminal/browser/terminal.contribution': { terminal: '终端' },
  'vs/workbench/contrib/timeline/browser/timelinePane': { timeline: '时间线' },
};
