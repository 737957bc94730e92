/** Reads the campaigns and their units from the product's own API, with the session of the web application. */
const context = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const read = async (path) => {
  const answer = await fetch(context + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `Máy chủ trả về mã ${answer.status}.`);
  }
  return answer.json();
};

const pathOf = (code) => `/campaigns/${encodeURIComponent(code)}`;

/** → [{campaign, units}], in the order of the server. */
export const readCampaigns = async () => {
  const campaigns = await read('/api/campaigns');
  return Promise.all(campaigns.map(async (campaign) => ({ campaign, units: await read(`/api${pathOf(campaign.code)}/units`) })));
};

export const pageOf = (code) => context + pathOf(code);
