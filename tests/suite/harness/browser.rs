//! A real Chromium without a window, driven through chromedriver.
//!
//! Without the two, tests that need them say so in a line and pass; in CI they must be there.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::str::FromStr;
use std::time::Duration;

use axum::http::Method;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use reqwest::Url;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::site::Served;

/// The time that a test waits for something to show before it fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with one page, which looks at one site.
pub(crate) struct Browser {
    client: Client,
    site: Served,
    runtime: Runtime,
    driver: Child,
}

/// Opens a browser; `None`, with a line that says so, where there is none and none is required.
pub(crate) fn open(site: Served) -> Option<Browser> {
    let driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut driver = match driver {
        Ok(driver) => driver,
        Err(error) => {
            assert!(env::var_os("CI").is_none(), "chromedriver: {error}");
            skipped(&format!("there is no chromedriver here ({error})"));
            return None;
        }
    };
    let port = port(&mut driver);
    let runtime = Runtime::new().expect("a runtime");
    let client = runtime.block_on(async {
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
    });
    let client = client.expect("chromium starts");
    Some(Browser {
        client,
        site,
        runtime,
        driver,
    })
}

/// Says that a test is skipped, and why.
pub(crate) fn skipped(why: &str) {
    // Nobody is left to tell when even this cannot be written.
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

fn port(driver: &mut Child) -> u16 {
    let out = driver.stdout.take().expect("a pipe");
    let mut lines = BufReader::new(out).lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("started successfully on port"));
    let line = line.expect("chromedriver starts");
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    digits.parse().expect("a port")
}

fn capabilities() -> Capabilities {
    let capabilities = json!({
        "goog:chromeOptions": { "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--no-first-run",
            "--window-size=1200,900", "--force-prefers-reduced-motion",
        ] },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    capabilities.as_object().expect("an object").clone()
}

impl Browser {
    fn wait<T>(
        &self,
        something: impl Future<Output = Result<T, fantoccini::error::CmdError>>,
    ) -> T {
        self.runtime
            .block_on(something)
            .expect("the browser does it")
    }

    /// Opens a page of the site.
    pub(crate) fn go(&self, path: &str) {
        let address = format!("http://{}{path}", self.site.address);
        self.wait(self.client.goto(&address));
    }

    /// Returns the path that is open, with its anchor.
    pub(crate) fn path(&self) -> String {
        let url = self.wait(self.client.current_url());
        let url = url.as_str();
        url.split_once(&self.site.address.to_string())
            .map_or(url, |(_, path)| path)
            .to_owned()
    }

    /// Waits for an element and presses it.
    pub(crate) fn press(&self, css: &str) {
        self.wait(async {
            let element = self
                .client
                .wait()
                .at_most(PATIENCE)
                .for_element(Locator::Css(css))
                .await?;
            element.click().await
        });
    }

    /// Waits for a button or link with these words and presses it.
    pub(crate) fn press_words(&self, words: &str) {
        let path =
            format!("//*[self::a or self::button or self::summary][normalize-space()=\"{words}\"]");
        self.wait(async {
            let element = self
                .client
                .wait()
                .at_most(PATIENCE)
                .for_element(Locator::XPath(&path))
                .await?;
            element.click().await
        });
    }

    /// Types into an element, and ends with Enter.
    pub(crate) fn type_into(&self, css: &str, words: &str) {
        self.wait(async {
            let element = self
                .client
                .wait()
                .at_most(PATIENCE)
                .for_element(Locator::Css(css))
                .await?;
            element.send_keys(&format!("{words}\n")).await
        });
    }

    /// Waits until some text can be seen.
    #[track_caller]
    pub(crate) fn see(&self, text: &str) {
        let path = format!("//*[contains(normalize-space(), \"{text}\")]");
        let shown = self.runtime.block_on(async {
            self.client
                .wait()
                .at_most(PATIENCE)
                .for_element(Locator::XPath(&path))
                .await
        });
        assert!(shown.is_ok(), "{text:?} does not show");
        assert!(self.has_visible(text), "{text:?} is hidden");
    }

    /// Returns whether some text can be seen right now.
    pub(crate) fn has_visible(&self, text: &str) -> bool {
        let found = self.run(
            "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0]);",
            vec![json!(text)],
        );
        found == json!(true)
    }

    /// Runs a script in the page.
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.wait(self.client.execute(script, arguments))
    }

    /// Runs a script that ends by calling its last argument.
    pub(crate) fn run_until_done(&self, script: &str) -> Value {
        self.wait(self.client.execute_async(script, Vec::new()))
    }

    /// Makes the page as wide as a screen of this many pixels.
    pub(crate) fn narrow(&self, width: u32) {
        let size = json!({ "width": width, "height": 740, "deviceScaleFactor": 1, "mobile": true });
        self.command("Emulation.setDeviceMetricsOverride", size);
    }

    /// Makes the page believe that its reader likes it `dark` or `light`.
    pub(crate) fn prefer(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", features);
    }

    fn command(&self, name: &str, parameters: Value) {
        let body = json!({ "cmd": name, "params": parameters });
        self.wait(self.client.issue_cmd(Post("goog/cdp/execute", body)));
    }

    /// Returns what the page complained about since it was asked last.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.log("browser")
            .iter()
            .map(|line| line["message"].to_string())
            .collect()
    }

    /// Returns the addresses elsewhere that the page asked for since it was asked last.
    pub(crate) fn requests_elsewhere(&self) -> Vec<String> {
        let here = format!("http://{}/", self.site.address);
        let events = self.log("performance");
        let messages = events.iter().filter_map(|line| line["message"].as_str());
        let messages = messages.filter_map(|text| serde_json::from_str::<Value>(text).ok());
        let sent =
            messages.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        let addresses = sent.map(|event| event["message"]["params"]["request"]["url"].to_string());
        addresses
            .map(|address| address.trim_matches('"').to_owned())
            .filter(|address| !address.starts_with(&here) && !address.starts_with("data:"))
            .collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.wait(
            self.client
                .issue_cmd(Post("se/log", json!({ "type": kind }))),
        );
        log.as_array().cloned().unwrap_or_default()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Whatever went wrong before, no process stays behind.
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// A command of Chromium's own: an address below the session's, and what is sent there.
#[derive(Debug)]
struct Post(&'static str, Value);

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, <Url as FromStr>::Err> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.0
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.1.to_string()))
    }
}
