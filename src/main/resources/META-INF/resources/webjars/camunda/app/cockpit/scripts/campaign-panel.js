import { pageOf, readCampaigns } from './campaigns.js';
import { day, element, moment, table } from './elements.js';

/** The panel "Chiến dịch": how many reports came, when, and from whom; the required units first. */
const COUNTS = [
  ['expected', 'Phải báo cáo'],
  ['received', 'Đã nhận'],
  ['early', 'Sớm hạn'],
  ['onTime', 'Đúng hạn'],
  ['late', 'Muộn'],
  ['returned', 'Trả lại'],
  ['accepted', 'Đã chấp nhận'],
  ['missing', 'Không gửi'],
  ['open', 'Chưa gửi']
];
const UNIT_HEADINGS = ['Mã', 'Đơn vị', 'Trạng thái', 'Hạn', 'Nhận lúc', 'Đúng hạn', 'Lần gửi', 'Thông báo gần nhất'];

const countRow = (name, counts) =>
  element('tr', {}, element('th', { scope: 'row' }, name), ...COUNTS.map(([key]) => element('td', {}, counts[key] ?? 0)));

const countTable = (campaign) => {
  const rows = [countRow('Bắt buộc', campaign.counts ?? {})];
  if (campaign.coordinatedCounts) {
    rows.push(countRow('Phối hợp', campaign.coordinatedCounts));
  }
  return table(['', ...COUNTS.map(([, label]) => label)], rows);
};

/** The deadline, and the day that counts now where it is another; nothing for whoever owes nothing. */
const deadlines = ({ state, effectiveDeadline, owedBy }) => {
  if (state === 'exempt' || state === 'withdrawn') {
    return [];
  }
  return owedBy === effectiveDeadline ? [day(effectiveDeadline)] : [day(effectiveDeadline), element('br'), `chậm nhất ${day(owedBy)}`];
};

const lastNotice = (notice) =>
  notice
    ? [`${notice.what}, ${day(notice.day)}`, element('br'), element('span', { class: notice.unreachable ? 'tongket-unreachable' : 'text-muted' }, notice.fate)]
    : [];

const unitRow = (unit) =>
  element(
    'tr',
    { 'data-punctuality': unit.punctuality ?? '' },
    element('td', {}, unit.unit),
    element('td', {}, unit.name),
    element('td', {}, unit.stateLabel ?? unit.state),
    element('td', {}, ...deadlines(unit)),
    element('td', {}, moment(unit.receivedAt)),
    element('td', { class: 'tongket-punctuality' }, unit.punctualityLabel ?? ''),
    element('td', {}, unit.version ?? ''),
    element('td', {}, ...lastNotice(unit.lastNotice))
  );

const unitBlock = (title, units) =>
  units.length === 0
    ? ''
    : element(
        'details',
        { open: '' },
        element('summary', {}, `${title} (${units.length})`),
        element('div', { class: 'tongket-scroll' }, table(UNIT_HEADINGS, units.map(unitRow)))
      );

const campaignSection = ({ campaign, units }) =>
  element(
    'section',
    { class: 'tongket-campaign' },
    element('h4', {}, campaign.title),
    element(
      'p',
      { class: 'tongket-facts' },
      `${campaign.code} · ${campaign.stateLabel ?? campaign.state} · Hạn nộp: ${day(campaign.dates?.deadline)} · `,
      element('a', { href: pageOf(campaign.code), target: '_blank', rel: 'noopener' }, 'Mở trang chiến dịch')
    ),
    countTable(campaign),
    unitBlock('Đơn vị bắt buộc báo cáo', units.filter((unit) => unit.required)),
    unitBlock('Đơn vị phối hợp chỉ đạo', units.filter((unit) => !unit.required))
  );

const note = (text, kind = 'info') => element('p', { class: `alert alert-${kind}`, role: kind === 'danger' ? 'alert' : 'status' }, text);

const fill = async (body) => {
  body.replaceChildren(note('Đang tải…'));
  try {
    const campaigns = await readCampaigns();
    body.replaceChildren(
      ...(campaigns.length > 0 ? campaigns.map(campaignSection) : [note('Chưa có chiến dịch nào trong phạm vi của bạn.')])
    );
  } catch (failure) {
    body.replaceChildren(note(`Không tải được số liệu chiến dịch. ${failure.message}`, 'danger'));
  }
};

const renderPanel = (node) => {
  const body = element('div');
  const reload = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, 'Tải lại');
  reload.addEventListener('click', () => fill(body));
  node.className = 'tongket-panel';
  node.replaceChildren(element('header', {}, element('h3', {}, 'Chiến dịch'), reload), body);
  fill(body);
};

/** The models whose runtime view carries the panel: the campaign's and the unit's. */
const MODELS = ['review-campaign', 'unit-review'];

const renderTab = async (node, { api, processDefinitionId }) => {
  const url = `${api.engineApi}/process-definition/${encodeURIComponent(processDefinitionId)}`;
  const answer = await fetch(url, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  const { key } = answer.ok ? await answer.json() : {};
  if (MODELS.includes(key)) {
    renderPanel(node);
  } else {
    node.replaceChildren(note('Quy trình này không thuộc chiến dịch nào.'));
  }
};

export default [
  { id: 'tongket-campaigns', pluginPoint: 'cockpit.dashboard', priority: 1000, render: renderPanel },
  {
    id: 'tongket-campaign-tab',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: 1000,
    properties: { label: 'Chiến dịch' },
    render: renderTab
  }
];
