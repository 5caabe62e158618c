// The content security policy, in every window of every check: nothing violates it, and nothing is fetched from elsewhere.
export const watch = (tab, fault) => {
  tab.on('console', (message) => fault(tab.url(), message.text()));
  tab.on('pageerror', (error) => fault(tab.url(), error.message));
  tab.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) fault(tab.url(), `fetches ${request.url()}`);
  });
  tab.on('requestfailed', (request) => fault(tab.url(), `cannot fetch ${request.url()}`));
};
