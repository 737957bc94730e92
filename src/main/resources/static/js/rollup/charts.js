/** Draws each chart from the table beside it, as SVG with room for every label, so that it prints in black and white. */

const BAR = 26;
const INK = '#1f2328';
const SOFT = '#57606a';
const FILL = '#9d1c20';

const read = (table) =>
  [...table.tBodies[0].rows].map((row) => ({
    label: row.dataset.label,
    number: row.dataset.number ? Number(row.dataset.number) : null,
    shown: row.dataset.share ? `${row.dataset.shown} (${row.dataset.share})` : row.dataset.shown
  }));

// Labels are measured before they are drawn: the font must be named.
const text = { fontFamily: getComputedStyle(document.body).fontFamily, color: INK };
const thousands = (number) => number.toLocaleString('vi-VN');

/** Numbers of an axis in one column are short: millions and thousands in words. */
const short = (number) => {
  const size = Math.abs(number);
  return size >= 1e9 ? `${thousands(number / 1e9)} tỷ` : size >= 1e6 ? `${thousands(number / 1e6)} triệu` : thousands(number);
};

const wrap = (label, most) => {
  const lines = [''];
  for (const word of label.split(' ')) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > most) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
  }
  return lines.slice(0, 3).join('\n') + (lines.length > 3 ? '…' : '');
};

const base = { animation: false, textStyle: text, aria: { enabled: true, label: { enabled: false }, decal: { show: true } } };

/** Where there is little room every third point is named, the last one among them. */
const trend = (points, step) => ({
  ...base,
  grid: { left: 8, right: 48, top: 32, bottom: 8, containLabel: true },
  xAxis: { type: 'category', data: points.map((point) => point.label), axisLabel: { color: INK, interval: 0, rotate: 30 }, axisLine: { lineStyle: { color: SOFT } } },
  yAxis: { type: 'value', axisLabel: { color: SOFT, formatter: short } },
  series: [
    {
      type: 'line',
      data: points.map((point) => point.number),
      symbol: 'circle',
      symbolSize: 8,
      lineStyle: { color: FILL, width: 2.5 },
      itemStyle: { color: FILL },
      label: { show: true, position: 'top', fontSize: 11, color: INK, formatter: (at) => ((points.length - 1 - at.dataIndex) % step ? '' : points[at.dataIndex].shown) }
    }
  ]
});

const bars = (points, most) => ({
  ...base,
  grid: { left: 32, right: 110, top: 8, bottom: 8, containLabel: true },
  xAxis: { type: 'value', axisLabel: { color: SOFT, formatter: short, hideOverlap: true }, splitNumber: 4 },
  yAxis: { type: 'category', inverse: true, data: points.map((point) => point.label), axisLabel: { color: INK, interval: 0, formatter: (label) => wrap(label, most), lineHeight: 13 }, axisTick: { show: false } },
  series: [
    {
      type: 'bar',
      data: points.map((point) => point.number),
      itemStyle: { color: FILL, borderColor: INK, borderWidth: 0.5 },
      barMaxWidth: 18,
      label: { show: true, position: 'right', color: INK, fontSize: 11, formatter: (at) => points[at.dataIndex].shown }
    }
  ]
});

const charts = [];

/** A sheet of paper is narrower than most windows: there the drawing shrinks as a whole. */
const fit = (chart) => chart.getDom().querySelector('svg').setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);

for (const card of document.querySelectorAll('[data-chart]')) {
  const place = card.querySelector('.chart');
  const table = card.querySelector('table.bars');
  if (!place || !table) {
    continue;
  }
  const points = read(table);
  const line = card.dataset.chart === 'trend';
  const narrow = place.clientWidth < 420;
  place.style.height = line ? '320px' : `${48 + points.length * (card.dataset.chart === 'parts' ? BAR * 1.7 : BAR)}px`;
  const chart = echarts.init(place, null, { renderer: 'svg' });
  chart.setOption(line ? trend(points, narrow || points.length > 12 ? 3 : 1) : bars(points, narrow ? 16 : 28));
  fit(chart);
  charts.push(chart);
}

addEventListener('resize', () =>
  charts.forEach((chart) => {
    chart.resize();
    fit(chart);
  })
);

document.querySelector('.choose select').addEventListener('change', (event) => event.target.form.submit());
