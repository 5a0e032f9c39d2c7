"""Run by the environment that has selenium: shows dashboards in headless Chromium, takes pictures, and tells what was wrong.

python take_pictures.py ADDRESS USER PASSWORD SLUG=PICTURE.png…
"""

import json
import shutil
import sys
import time

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

WIDTH, PATIENCE = 1500, 120
CHARTS, WAITING = ".dashboard-component-chart-holder", ".loading, .ant-spin-spinning, [data-test='loading-indicator']"
WRONG = ".ant-alert-error, [data-test='error-alert'], .ant-empty-description"


def browser() -> webdriver.Chrome:
    """Return headless Chromium that keeps what it asked for."""
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", f"--window-size={WIDTH},2600"):
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def log_in(chrome: webdriver.Chrome, address: str, user: str, password: str) -> None:
    """Fill in the form."""
    chrome.get(f"{address}/login/")
    WebDriverWait(chrome, PATIENCE).until(lambda c: c.find_elements(By.CSS_SELECTOR, "input[type=password]"))
    chrome.find_element(By.CSS_SELECTOR, "input[name=username], input#username").send_keys(user)
    chrome.find_element(By.CSS_SELECTOR, "input[type=password]").send_keys(password)
    chrome.find_element(By.CSS_SELECTOR, "button[type=submit], input[type=submit]").click()
    WebDriverWait(chrome, PATIENCE).until(lambda c: "/login" not in c.current_url)


def resize(chrome: webdriver.Chrome, height: int) -> None:
    """Make the page so high, and not the window, which has a frame even where nobody sees it."""
    chrome.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
    )


def take(chrome: webdriver.Chrome, address: str, slug: str, picture: str) -> dict[str, object]:
    """Show a dashboard until all its charts are drawn, keep a picture, and return what it showed."""
    chrome.get_log("performance")
    resize(chrome, 2600)
    chrome.get(f"{address}/superset/dashboard/{slug}/")
    WebDriverWait(chrome, PATIENCE).until(lambda c: c.find_elements(By.CSS_SELECTOR, CHARTS))
    still = 0
    until = time.monotonic() + PATIENCE
    while still < 4 and time.monotonic() < until:
        still = 0 if chrome.find_elements(By.CSS_SELECTOR, WAITING) else still + 1
        time.sleep(1)
    charts = chrome.find_elements(By.CSS_SELECTOR, CHARTS)
    end = max(chart.rect["y"] + chart.rect["height"] for chart in charts)
    resize(chrome, int(end) + 40)
    time.sleep(3)
    chrome.save_screenshot(picture)
    asked = [json.loads(entry["message"])["message"] for entry in chrome.get_log("performance")]
    answers = [m["params"]["response"] for m in asked if m["method"] == "Network.responseReceived"]
    return {
        "charts": len(charts),
        "asked": sum("/api/v1/chart/data" in answer["url"] for answer in answers),
        "failed": sorted({answer["url"].removeprefix(address) for answer in answers if answer["status"] >= 400}),
        "wrong": [element.text for element in chrome.find_elements(By.CSS_SELECTOR, WRONG)],
        "still": still >= 4,
    }


def main() -> None:
    """Take all pictures; print what was seen as JSON."""
    address, user, password, *wanted = sys.argv[1:]
    chrome = browser()
    try:
        log_in(chrome, address, user, password)
        print(json.dumps({slug: take(chrome, address, slug, picture) for slug, picture in (word.split("=", 1) for word in wanted)}))
    finally:
        chrome.quit()


if __name__ == "__main__":
    main()
