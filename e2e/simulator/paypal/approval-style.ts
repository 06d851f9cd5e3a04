/** How PayPal's page looks, roughly: one card, its two blues, one round yellow-free button. */
export const approvalStyle = `
:root{color-scheme:light dark;--ink:#001435;--ground:#f5f7fa;--card:#fff;--blue:#0070e0;--line:#d9dee5;--soft:#515354}
@media(prefers-color-scheme:dark){:root{--ink:#f2f4f8;--ground:#0b1220;--card:#141d2f;--blue:#5aa9ff;--line:#2b374d;--soft:#aab4c4}}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
.ribbon{margin:0;padding:6px;text-align:center;font-size:13px;background:#001c64;color:#fff}
header{padding:20px;text-align:center;font-size:26px;font-weight:800}header i:last-child{color:var(--blue)}
main{max-width:420px;margin:0 auto 32px;padding:24px;background:var(--card);border:1px solid var(--line);border-radius:16px}
h1{font-size:20px;margin:16px 0 8px}.total{margin:0;font-size:30px;font-weight:700;text-align:right}
.shop{margin:0;text-align:right;color:var(--soft)}
.source,li{display:flex;justify-content:space-between;gap:16px}.source{padding:12px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
ul{list-style:none;margin:12px 0;padding:0;font-size:14px;color:var(--soft)}
form{display:grid;gap:12px;margin-top:20px}button{min-height:48px;padding:8px 16px;border:1px solid var(--blue);border-radius:24px;background:none;color:var(--blue);font:inherit;font-weight:700;cursor:pointer}
.pay{background:#0059b3;border-color:#0059b3;color:#fff}.plain{border-color:transparent}
button:focus-visible{outline:3px solid var(--blue);outline-offset:2px}`;
