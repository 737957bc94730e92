import { get } from './http.js';

/** Marks the figures that came from the union's own campaign, and says how many of them have changed there since. */
export const startCarried = async (data, cells) => {
  const line = document.getElementById('carried');
  if (!line) {
    return;
  }
  const carried = await get(`${data.api}/carried`).then(
    ({ body }) => body,
    () => null
  );
  if (!carried?.campaign) {
    return;
  }
  cells.carry(carried.cells);
  const changed = carried.changes.length;
  line.querySelector('[data-says]').textContent = !carried.takenAt
    ? 'Chiến dịch của đơn vị đã khóa số liệu; số tổng hợp chưa được lấy vào báo cáo này.'
    : changed === 0
      ? 'Ô có vạch xanh bên trái lấy từ số tổng hợp của chiến dịch của đơn vị.'
      : `Từ khi lấy vào báo cáo này, ${changed.toLocaleString('vi-VN')} số tổng hợp của chiến dịch của đơn vị đã thay đổi.`;
  line.classList.toggle('warning', changed > 0 || !carried.takenAt);
  line.hidden = false;
};
