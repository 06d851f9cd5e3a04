import { callMessenger, insideMessenger } from './bridge.js';
import { askCredentials, PaymentRequest } from './payment-request.js';

/** Old methods take callbacks; either may be null. */
function settle(promise, success, error) {
  promise.then(
    (value) => {
      if (typeof success === 'function') success(value);
    },
    (problem) => {
      if (typeof error === 'function') error(problem.code ?? 2018154, problem.message ?? String(problem));
    },
  );
}

const MessengerExtensions = {
  PaymentRequest,
  isInExtension() {
    return insideMessenger;
  },
  getContext(appId, success, error) {
    settle(callMessenger('getContext', { appId }), success, error);
  },
  getUserID(success, error) {
    settle(callMessenger('getUserID', null), success, error);
  },
  getSupportedFeatures(success, error) {
    settle(callMessenger('getSupportedFeatures', null), success, error);
  },
  askPermission(success, error, permission) {
    settle(callMessenger('askPermission', { permission }), success, error);
  },
  getGrantedPermissions(success, error) {
    settle(callMessenger('getGrantedPermissions', null), success, error);
  },
  requestCloseBrowser(success, error) {
    settle(callMessenger('requestCloseBrowser', null), success, error);
  },
  beginShareFlow(success, error, message, mode) {
    settle(callMessenger('beginShareFlow', { message, mode }), success, error);
  },
  requestPaymentCredentials(success, error, requestedUserInfo) {
    // Its values came one by one, not in an object.
    const spread = (values) => typeof success === 'function' && success(...values);
    settle(askCredentials(requestedUserInfo), spread, error);
  },
  processPayment(success, error, amount) {
    settle(callMessenger('processPayment', { amount }), success, error);
  },
  requestAuthorizedPaymentCredentials(success, error, amount) {
    settle(callMessenger('requestAuthorizedPaymentCredentials', { amount }), success, error);
  },
};

function announce() {
  window.MessengerExtensions = MessengerExtensions;
  if (typeof window.extAsyncInit === 'function') window.extAsyncInit();
}

if (insideMessenger) {
  callMessenger('hello', null).then(
    (greeting) => {
      if (greeting.ready) announce();
    },
    (problem) => console.warn('Messenger: no answer', problem),
  );
} else {
  announce();
}
